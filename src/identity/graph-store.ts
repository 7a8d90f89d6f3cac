import type { WriteTx } from '../graph/transaction.js';
import type { CustomerId, IdentifierKey, RecordKey } from '../kernel/ids.js';
import { inTurns, mapping } from '../kernel/turns.js';
import type {
  CustomerState,
  EvidenceStore,
  FormerCustomer,
  HeldTimes,
  IdentifierLock,
  Past,
  Reach,
  StoredIdentifier,
  Surroundings,
  WritePlan,
} from './engine/engine.types.js';
import type { Flow, Tally } from './breaker/breaker.types.js';
import { readFlows } from './breaker/hold.queries.js';
import { writeHolds } from './breaker/hold-writer.js';
import { HoldsMoved } from './breaker/known-holds.js';
import { writeEvidence } from './evidence-writer.js';
import * as queries from './identity.queries.js';
import { changesMembership, writeMarks, writeMembership } from './membership-writer.js';
import { storedDecision } from './decisions/decision-rows.js';
import { JOINING, type Decision } from './decisions/decision.types.js';
import { writeDecisions } from './decisions/decision-writer.js';
import { writeReviews } from './reviews/review-writer.js';
import { writeEvents } from './events/event-writer.js';
import { PolicyMoved } from './policy-in-force.js';
import { checkPolicy } from './policy.queries.js';
import { namedRow, standingsOf, storedRecord, timesByKey } from './record-rows.js';
import type { StoredRecord } from './records/record.types.js';

/** The evidence store of one Neo4j transaction. */
export class GraphStore implements EvidenceStore {
  readonly #tx: WriteTx;
  readonly #now: number;
  readonly #dryRun: boolean;
  readonly #policy: number;
  readonly #holds: string | null | undefined;

  /**
   * @param now epoch milliseconds to write as the time of the change
   * @param dryRun decide everything and write nothing
   * @param policy number of the policy that decides; `write` throws PolicyMoved when another one is in force
   * @param holds version of the holds that were known; `write` throws HoldsMoved when others are in force. Not asked for
   * where nothing of a source is attached.
   */
  constructor(tx: WriteTx, now: number, dryRun: boolean, policy: number, holds?: string | null) {
    this.#tx = tx;
    this.#now = now;
    this.#dryRun = dryRun;
    this.#policy = policy;
    this.#holds = holds;
  }

  async lockRecords(keys: readonly RecordKey[]): Promise<StoredRecord[]> {
    return inTurns(mapping(await this.#tx.all(queries.lockRecords, { keys }), storedRecord));
  }

  lockIdentifiers(identifiers: readonly IdentifierLock[]): Promise<StoredIdentifier[]> {
    return this.#tx.all(queries.lockIdentifiers, { identifiers });
  }

  async lockCustomers(
    ids: readonly CustomerId[],
    records: readonly RecordKey[],
    identifiers: readonly IdentifierKey[],
  ): Promise<{ customers: CustomerState[]; reach: Reach }> {
    const [customers, byRecord, byIdentifier] = await Promise.all([
      this.#tx.all(queries.lockCustomers, { ids }),
      records.length > 0 ? this.#tx.all(queries.reachByRecords, { keys: records }) : [],
      identifiers.length > 0 ? this.#tx.all(queries.reachByIdentifiers, { keys: identifiers }) : [],
    ]);
    const pairs = <Key>(rows: { key: Key; customerId: CustomerId }[]): Map<Key, CustomerId> =>
      new Map(rows.map(({ key, customerId }) => [key, customerId]));
    return { customers, reach: { records: pairs(byRecord), identifiers: pairs(byIdentifier) } };
  }

  async surroundings(customers: readonly CustomerId[]): Promise<Surroundings> {
    const rows = await inTurns(mapping(await this.#tx.all(queries.surroundings, { customers }), namedRow));
    return { records: await inTurns(mapping(rows, storedRecord)), standings: await inTurns(standingsOf(rows)) };
  }

  async holders(identifiers: readonly IdentifierKey[]): Promise<CustomerId[]> {
    return (await this.#tx.all(queries.holders, { keys: identifiers })).map((row) => row.customerId);
  }

  async owners(records: readonly RecordKey[]): Promise<CustomerId[]> {
    return (await this.#tx.all(queries.owners, { keys: records })).map((row) => row.customerId);
  }

  async decisionsOn(records: readonly RecordKey[], identifiers: readonly IdentifierKey[]): Promise<Decision[]> {
    return (await this.#tx.all(queries.decisionsOn, { records, identifiers, kinds: JOINING })).map(storedDecision);
  }

  async past(customers: readonly CustomerId[], returning: readonly RecordKey[]): Promise<Past> {
    const [absorbed, left] = await Promise.all([
      customers.length > 0 ? this.#tx.all(queries.formerIds, { ids: customers }) : [],
      returning.length > 0 ? this.#tx.all(queries.formersOfRecords, { keys: returning }) : [],
    ]);
    const formers = [...new Map([...left, ...absorbed].map((row) => [`${row.id} ${row.mergedInto}`, row])).values()];
    const firstMerge = new Map<CustomerId, number>();
    for (const { mergedInto, mergedTx } of formers) {
      firstMerge.set(mergedInto, Math.min(mergedTx, firstMerge.get(mergedInto) ?? Infinity));
    }
    const rows = [...firstMerge].map(([id, tx]) => ({ id, tx }));
    const before = rows.length > 0 ? await this.#tx.all(queries.recordsBefore, { rows }) : [];
    return {
      formers: formers.map(({ records, ...former }) => ({
        ...former,
        records: records.map((each) => each.record),
        holders: new Map(records.flatMap((each) => (each.holder ? [[each.record, each.holder] as const] : []))),
      })),
      before: new Map(before.map((row) => [row.id, row.records])),
    };
  }

  async countAttachments(identifiers: readonly IdentifierKey[]): Promise<Map<IdentifierKey, number>> {
    const rows = await this.#tx.all(queries.countAttachments, { keys: identifiers });
    return new Map(rows.map(({ key, attachments }) => [key, attachments]));
  }

  async heldTimes(identifiers: readonly IdentifierKey[]): Promise<Map<IdentifierKey, HeldTimes[]>> {
    return timesByKey(await this.#tx.all(queries.heldTimes, { keys: identifiers }));
  }

  emptiedBy(records: readonly RecordKey[]): Promise<FormerCustomer[]> {
    return this.#tx.all(queries.emptiedBy, { keys: records });
  }

  flows(keys: readonly string[]): Promise<Flow[]> {
    return this.#tx.all(readFlows, { keys });
  }

  async write(plan: WritePlan): Promise<void> {
    if (this.#dryRun) return;
    const { decisions, membership, events, reviews, holds = [], tally } = plan;
    const isNumbered = changesMembership(membership) || isRuled(decisions) || holds.length > 0;
    const flows = tally?.rows ?? [];
    // Sent together and run in this order: what comes after the number is stamped with it.
    const [, , counter] = await Promise.all([
      writeEvidence(this.#tx, plan),
      writeMarks(this.#tx, membership),
      isNumbered
        ? this.#tx.one(queries.takeNumber, { flows })
        : decidesAnything(plan)
          ? this.#tx.one(checkPolicy, {})
          : null,
      writeMembership(this.#tx, membership, this.#now),
      writeDecisions(this.#tx, decisions, membership.skipped, this.#now),
      writeEvents(this.#tx, events, this.#now),
      writeHolds(this.#tx, holds, this.#now),
      writeReviews(this.#tx, reviews, this.#now),
    ]);
    if (counter) this.refuseMoved(counter, tally);
  }

  private refuseMoved({ policy, holds, before }: queries.CounterRow, tally: Tally | undefined): void {
    if (policy !== this.#policy) throw new PolicyMoved('another policy is in force');
    if (this.#holds !== undefined && holds !== this.#holds) throw new HoldsMoved('other holds are in force');
    if (tally?.exceeds(before)) throw new HoldsMoved('others counted meanwhile');
  }
}

function isRuled({ begun, ended }: WritePlan['decisions']): boolean {
  return begun.length + ended.length > 0;
}

/** Whether a policy had a say in it: records that only say otherwise what identifies nobody concern none. */
function decidesAnything({ records, identifiers, membership, reviews }: WritePlan): boolean {
  const others = [identifiers, membership.marks, membership.conflicts, membership.skipped, reviews];
  return records.some((each) => each.evidence !== 'NONE') || others.some((each) => each.length > 0);
}
