import type { BrandScope } from '../../auth/principal.js';
import type { Graph } from '../../graph/graph.js';
import { splitRecordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import { listDecisions, readDecisions, type DecisionStoryRow } from './decision.queries.js';
import type { Decision } from './graphql/decision.types.js';
import type { DecisionStatus } from './decision.types.js';

/** Reads decisions. They belong to no brand yet, so a scope sees everything or nothing. */
export class DecisionsRepository {
  constructor(private readonly graph: Graph) {}

  async find(scope: BrandScope, id: string): Promise<Decision | null> {
    const [row] = scope.all ? await this.graph.lookup(readDecisions, { ids: [id] }) : [];
    return row ? shown(row) : null;
  }

  /** Decisions of one status with ids above `after`, by id: oldest first, but for those of idempotency keys. */
  async list(scope: BrandScope, status: DecisionStatus, after: string, limit: number): Promise<Decision[]> {
    const ids = scope.all ? await this.graph.lookup(listDecisions, { status, after, limit }) : [];
    const rows = ids.length > 0 ? await this.graph.lookup(readDecisions, { ids: ids.map((each) => each.id) }) : [];
    return rows.map(shown);
  }
}

function shown(row: DecisionStoryRow): Decision {
  const { id, kind, status, actor, reason } = row;
  const date = (at: number | null): Date | null => (at === null ? null : new Date(at));
  const sides = Array.from({ length: row.sides }, (_, side) => {
    const records = row.records.filter((each) => each.side === side);
    const identifiers = row.identifiers.filter((each) => each.side === side);
    return {
      records: records.slice(0, LIMITS.namesShown).map((each) => splitRecordKey(each.key)),
      recordCount: records.length,
      identifiers: identifiers.slice(0, LIMITS.namesShown),
    };
  });
  const times = {
    ...{ decidedAt: new Date(row.decidedAt), expiresAt: date(row.expiresAt), endedAt: date(row.endedAt) },
    cutAt: date(row.cutAt ?? null),
  };
  return { id, kind, status, actor, reason, ...times, sides };
}
