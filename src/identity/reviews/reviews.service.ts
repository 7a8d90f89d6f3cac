import type { Principal } from '../../auth/principal.js';
import type { Graph } from '../../graph/graph.js';
import { connectionOf, pageSize, placeOf, type Connection } from '../../graphql/paging.js';
import type { IdentifierKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { HoldsService } from '../breaker/holds.service.js';
import type { DecisionAnswer, DecisionsService, Terms } from '../decisions/decisions.service.js';
import { refuse } from '../decisions/refused.js';
import type { Bench } from '../identity.service.js';
import { decideReview, listReviews, readReviews, type ReviewRow } from './review.queries.js';
import { CHOICES, type ReviewChoice, type ReviewKind, type ReviewStatus } from './review.types.js';

export interface ReviewFilter {
  readonly status: ReviewStatus;
  readonly kind: ReviewKind | null;
  /** Opened before this moment, in epoch milliseconds; null for any age. */
  readonly openedBefore: number | null;
}

/** What a steward chose about an item. */
export interface Choice {
  readonly choice: ReviewChoice;
  /** Which identifier is taken from the record, with DETACH. */
  readonly identifier: IdentifierKey | null;
  /** From when on the identifier is somebody else's, with CUT; epoch milliseconds. */
  readonly at: number | null;
}

/** The queue of matters that stewards should look at. Items belong to no brand yet: a scope sees everything or nothing. */
export class ReviewsService {
  constructor(
    private readonly graph: Graph,
    private readonly decisions: DecisionsService,
    private readonly holds: HoldsService,
  ) {}

  async find({ scope }: Principal, id: string): Promise<ReviewRow | null> {
    const rows = scope.all ? await this.read([id]) : [];
    return rows[0] ?? null;
  }

  /** Items that fit the filter, the oldest first. */
  async list(
    { scope }: Principal,
    { status, kind, openedBefore }: ReviewFilter,
    page: { readonly first: number; readonly after?: string | null },
  ): Promise<Connection<ReviewRow>> {
    const size = pageSize(page.first);
    const [at = '', afterId = ''] = placeOf(page.after, 2);
    const place = { after: Number(at) || 0, afterId, before: openedBefore ?? LAST_MOMENT };
    const found = scope.all ? await this.graph.lookup(listReviews, { status, kind, ...place, limit: size + 1 }) : [];
    const rows = new Map((found.length > 0 ? await this.read(found.map((each) => each.id)) : []).map((r) => [r.id, r]));
    const listed = found.flatMap((each) => rows.get(each.id) ?? []);
    return connectionOf(
      listed,
      size,
      (row) => [String(row.openedAt.getTime()), row.id],
      (row) => row,
    );
  }

  /** Does what was chosen and marks the item decided, in one transaction. A choice about another version is refused. */
  async decide(
    caller: Principal,
    { id, version }: { readonly id: string; readonly version: number },
    chosen: Choice,
    terms: Terms,
  ): Promise<DecisionAnswer> {
    const item = await this.find(caller, id);
    if (!item) return refuse('UNKNOWN_REVIEW_ITEM', 'id', 'there is no such review item');
    const prelude = async ({ tx, context }: Bench): Promise<void> => {
      const { choice } = chosen;
      const said = { id, version, choice, actor: caller.id, reason: terms.reason, at: context.now };
      const decided = await tx.one(decideReview, said);
      if (!decided?.isCurrent) refuse('STALE_REVIEW_ITEM', 'version', 'was decided, or changed since it was read');
    };
    return this.act(caller, item, chosen, { ...terms, prelude });
  }

  /** What each choice would do, tried and rolled back. */
  async simulate(caller: Principal, item: ReviewRow, choice: ReviewChoice): Promise<DecisionAnswer> {
    const terms = { reason: 'simulated', expiresAt: null, dryRun: true, idempotencyKey: null };
    return this.act(caller, item, { choice, identifier: null, at: null }, terms);
  }

  private act(
    caller: Principal,
    item: ReviewRow,
    { choice, identifier, at }: Choice,
    terms: Terms,
  ): Promise<DecisionAnswer> {
    if (!CHOICES[item.kind].includes(choice))
      return refuse('INVALID_INPUT', 'choice', `must be one of ${CHOICES[item.kind].join(', ')} for this kind`);
    const customers = item.customers.map((each) => each.id);
    if ((choice === 'MERGE' || choice === 'SEPARATE') && customers.length >= LIMITS.customersPerReview)
      return refuse(
        'TOO_LARGE',
        'choice',
        'concerns too many customers: decide about some of them, or block the identifier',
      );
    switch (choice) {
      case 'KEEP':
        return this.decisions.note(caller, item.id, terms);
      case 'BLOCK':
        return this.decisions.blockIdentifier(caller, needed(item.identifier).key, terms);
      case 'MERGE':
        return this.decisions.mergeCustomers(
          caller,
          { into: customers[0] ?? '', customers: customers.slice(1) },
          terms,
        );
      case 'SEPARATE':
        return this.decisions.neverLink(
          caller,
          customers.map((id) => ({ customers: [id], records: [], identifiers: [] })),
          terms,
        );
      case 'CUT':
        if (at === null) return refuse('INVALID_INPUT', 'at', "must say from when on it is somebody else's");
        return this.decisions.cutIdentifier(caller, { identifier: needed(item.identifier).key, at }, terms);
      case 'DETACH':
        if (!identifier)
          return refuse('INVALID_INPUT', 'identifier', 'must say which identifier the record does not have');
        return this.decisions.detachIdentifier(caller, needed(item.record), identifier, terms);
      case 'REVOKE':
        return this.decisions.revokeDecision(caller, needed(item.decisionId), terms);
      case 'RELEASE':
      case 'REJECT':
        return this.holds.decide(caller, needed(item.holdId), choice, terms);
    }
  }

  private read(ids: readonly string[]): Promise<ReviewRow[]> {
    return this.graph.lookup(readReviews, { ids, customers: LIMITS.customersPerReview });
  }
}

/** The last moment that Cypher's dates can hold with ease: the end of the year 9999. */
const LAST_MOMENT = 253_402_300_799_000;

/** What an item of a kind always has. */
function needed<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a review item lacks what it is about');
  return value;
}
