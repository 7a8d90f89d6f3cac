import type { BrandScope } from '../../auth/principal.js';
import type { Graph } from '../../graph/graph.js';
import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { HeldTimes } from '../engine/engine.types.js';
import { inTurns, mapping } from '../../kernel/turns.js';
import type { Policy } from '../policy/policy.types.js';
import { readCustomer, type CustomerRead } from './bridges/read-customer.js';
import { storedDecision } from '../decisions/decision-rows.js';
import { JOINING, type Decision } from '../decisions/decision.types.js';
import { decisionsOn, heldTimes } from '../identity.queries.js';
import { namedRow, standingsOf, timesByKey } from '../record-rows.js';
import { readSurroundings, type SurroundingRow } from './explain.queries.js';

/** Reads what surrounds records. They belong to no brand yet, so a scope sees everything or nothing. */
export class ExplainRepository {
  constructor(private readonly graph: Graph) {}

  /** Active ALWAYS and NEVER decisions that name a record of the rows, or an identifier that one holds. */
  async decisionsOn(scope: BrandScope, rows: readonly SurroundingRow[]): Promise<Decision[]> {
    if (!scope.all) return [];
    const records = rows.filter((row) => row.named).map((row) => row.properties['key'] as RecordKey);
    const standings = await inTurns(standingsOf(rows));
    const identifiers = [...standings].filter(([, each]) => each.named).map(([key]) => key);
    if (records.length === 0 && identifiers.length === 0) return [];
    const names = { records, identifiers, kinds: JOINING };
    return (await this.graph.lookup(decisionsOn, names)).map(storedDecision);
  }

  /** What all attachments say about time, of those identifiers in the rows that are divided: others may divide them, too. */
  async timesOf(scope: BrandScope, rows: readonly SurroundingRow[]): Promise<Map<IdentifierKey, HeldTimes[]>> {
    const held = rows.flatMap((row) => row.attachments).filter((each) => each.divided && each.status === 'LINKABLE');
    const keys = [...new Set(held.map((each) => each.key))];
    return scope.all && keys.length > 0 ? timesByKey(await this.graph.lookup(heldTimes, { keys })) : new Map();
  }

  /** Every record of the customers of these records, at most `limit`. */
  async surroundings(scope: BrandScope, keys: readonly RecordKey[], limit: number): Promise<SurroundingRow[]> {
    if (!scope.all) return [];
    return inTurns(mapping(await this.graph.lookup(readSurroundings, { keys, limit }), namedRow));
  }

  /** A customer with all that decides about it; null when that is larger than the policy lets anybody walk. */
  async customer(scope: BrandScope, id: CustomerId, policy: Policy): Promise<CustomerRead | null> {
    if (!scope.all) return null;
    return this.graph.read('explain.customer', (tx) => readCustomer(tx, id, policy));
  }
}
