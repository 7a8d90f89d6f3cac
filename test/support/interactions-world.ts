import { DEVELOPER, type Principal } from '../../src/auth/principal.js';
import type { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/statement.js';
import { DecisionsService, type DecisionAnswer, type Terms } from '../../src/identity/decisions/decisions.service.js';
import { IdentifiersService } from '../../src/ingest/identifiers.service.js';
import type { InteractionResult, InteractionRow } from '../../src/interactions/interaction.types.js';
import { InteractionsRepository } from '../../src/interactions/interactions.repository.js';
import { InteractionsService } from '../../src/interactions/interactions.service.js';
import { DEFAULT_JOURNEY_RULES } from '../../src/interactions/journey/rules.js';
import { TimelineService, type TimelinePage } from '../../src/interactions/timeline.service.js';
import type { TimelineFilter } from '../../src/interactions/timeline/timeline-args.js';
import { newId } from '../../src/kernel/ids.js';
import { IdentityWorld } from './identity-world.js';

const lastMerge = statementOf<Record<string, never>, { id: string }>(
  'test/last-merge',
  "MATCH (event:IdentityEvent {kind: 'MERGED'}) RETURN event.id AS id ORDER BY event.seq DESC LIMIT 1",
  { access: 'read' },
);

export const TERMS: Terms = { reason: 'a test', expiresAt: null, dryRun: false, idempotencyKey: null };
/** What the clock of a world of interactions says. */
export const NOW = new Date('2026-06-01T00:00:00Z');

/** Identities with what happened, over a test database. */
export class InteractionsWorld extends IdentityWorld {
  readonly decisions: DecisionsService;
  readonly identifiers: IdentifiersService;
  readonly interactions: InteractionsService;
  readonly timelines: TimelineService;

  constructor(graph: Graph) {
    super(graph);
    const clock = { now: () => NOW };
    const repository = new InteractionsRepository(graph);
    this.decisions = new DecisionsService(this.identity, newId);
    this.identifiers = new IdentifiersService(this.identity);
    this.interactions = new InteractionsService(repository, this.identifiers, this.identity, clock);
    this.timelines = new TimelineService(repository, DEFAULT_JOURNEY_RULES, clock);
  }

  record(...rows: InteractionRow[]): Promise<InteractionResult[]> {
    return this.interactions.record(DEVELOPER, rows);
  }

  /** The customer of a record of the source `crm`. */
  async customerOf(recordId: string): Promise<string> {
    const all = await this.customers();
    const found = all.find(({ records }) => records.includes(`crm|${recordId}`));
    if (!found) throw new Error('no such record');
    return found.id;
  }

  /** Ids of a whole timeline, newest first, read in pages of `size`. */
  async timeline(customer: string, filter: TimelineFilter = {}, size = 100, caller: Principal = DEVELOPER) {
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: TimelinePage = await this.timelines.page(caller, customer, { first: size, after, filter });
      ids.push(...page.nodes.map(({ interactionId }) => interactionId));
      if (!page.pageInfo.hasNextPage) return ids;
      after = page.pageInfo.endCursor;
    }
  }

  /** Takes the newest merge back. */
  async unmergeLast(): Promise<DecisionAnswer | null> {
    const [event] = await this.graph.lookup(lastMerge, {});
    return event ? this.decisions.unmerge(DEVELOPER, event.id, TERMS) : null;
  }
}

/** A visit of the source `web`, on 1 January 2026 unless told otherwise. */
export function visit(interactionId: string, whose: object, changes: object = {}): InteractionRow {
  return {
    ...{ source: 'web', interactionId, type: 'VISIT', direction: 'FROM_CUSTOMER', channel: 'WEB' },
    ...{ occurredAt: '2026-01-01T10:00:00Z', ...whose, ...changes },
  };
}

export const ofRecord = (recordId: string): object => ({ record: { source: 'crm', recordId } });
export const ofDevice = (value: string): object => ({ identifier: { type: 'DEVICE', value, namespace: 'android' } });
