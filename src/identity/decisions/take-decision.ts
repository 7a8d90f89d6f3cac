import type { CustomerId } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Brought } from '../engine/bring-up-to-date.js';
import { effectOf, type Effect } from '../engine/effect.js';
import { RulingTooLarge } from '../engine/decide.js';
import type { EventKind } from '../events/event.types.js';
import type { Bench } from '../identity.service.js';
import { decisionsOn, reachByRecords } from '../identity.queries.js';
import type { DecisionSide } from '../resolution/evidence.types.js';
import { eventsOfDecision, lockDecisions, readDecisions } from './decision.queries.js';
import { storedDecision } from './decision-rows.js';
import { identifiersNamed, recordsNamed, type Decision, type DecisionEnd } from './decision.types.js';
import { answeredBefore, refuseReuse, rememberEnding, type DecisionRequest } from './answered.js';
import { refuse } from './refused.js';

/** What a decision did to a customer. */
export interface CustomerChange {
  /** Null in a dry run. */
  readonly eventId: string | null;
  readonly kind: EventKind;
  readonly customerId: CustomerId;
  readonly retired: readonly CustomerId[];
}

/** A decision as it was taken or ended. */
export interface Taken {
  readonly decisionId: string;
  readonly changes: readonly CustomerChange[];
  /** In numbers; null when it was done before. */
  readonly effect: Effect | null;
  /** An earlier request with the same key, or an attempt whose answer was lost, did the work. */
  readonly replayed: boolean;
}

/** A decision that is to begin, and the request that says so. */
export interface NewDecision {
  readonly decision: Omit<Decision, 'sides' | 'decidedAt'>;
  readonly request: DecisionRequest;
}

/** What is read and done under the locks of the transaction. */
interface Beginning {
  readonly sidesOf: () => Promise<readonly DecisionSide[]>;
  /** Decisions that end in the same breath. */
  readonly endsOf?: () => Promise<readonly DecisionEnd[]>;
  readonly prelude?: Prelude;
}

type Prelude = ((bench: Bench) => Promise<void>) | undefined;

/** Begins a decision, and ends others in the same breath. Done once per id. Throws Refused. */
export async function begin(
  bench: Bench,
  { decision, request }: NewDecision,
  { sidesOf, endsOf, prelude }: Beginning,
): Promise<Taken> {
  const earlier = await bench.tx.one(readDecisions, { ids: [decision.id] });
  if (earlier) {
    if (earlier.payloadHash !== decision.payloadHash) refuseReuse();
    return {
      decisionId: decision.id,
      changes: await changesOf(bench, decision.id, false),
      effect: null,
      replayed: true,
    };
  }
  if ((await answeredBefore(bench, request)) !== null) refuseReuse();
  await prelude?.(bench);
  const sides = await sidesOf();
  const named = sides.flatMap((side) => [...side.records, ...side.identifiers]).length;
  if (named > LIMITS.namesPerDecision)
    refuse('TOO_LARGE', null, `names ${named} records and identifiers; at most ${LIMITS.namesPerDecision} are allowed`);
  const begun = { ...decision, sides, decidedAt: bench.context.now };
  const brought = await bring(bench, [begun], (await endsOf?.()) ?? []);
  await refuseContradiction(bench, begun, brought);
  return { decisionId: decision.id, changes: toldBy(brought), effect: effectOf(brought), replayed: false };
}

interface Ending {
  readonly status: DecisionEnd['status'];
  readonly request: DecisionRequest;
  /** The field that named the decisions. */
  readonly field: string;
  readonly prelude?: Prelude;
}

/** Ends decisions that hold. The request tells a repetition. Throws Refused when one holds no more. */
export async function end(
  bench: Bench,
  ids: readonly string[],
  { status, request, field, prelude }: Ending,
): Promise<Taken> {
  const [first = ''] = ids;
  const { id: by } = request;
  if ((await answeredBefore(bench, request)) !== null) return endedBefore(bench, first);
  await bench.tx.all(lockDecisions, { ids });
  const rows = await bench.tx.all(readDecisions, { ids });
  if (rows.length < ids.length) refuse('UNKNOWN_DECISION', field, 'was never taken');
  if (rows.every((row) => row.endedBy === by)) return endedBefore(bench, first);
  if (rows.some((row) => row.status !== 'ACTIVE')) refuse('DECISION_OVER', field, 'holds no more');
  await prelude?.(bench);
  const brought = await bring(
    bench,
    [],
    rows.map((row) => ({ decision: storedDecision(row), status, by })),
  );
  await rememberEnding(bench, request, first);
  return { decisionId: first, changes: toldBy(brought), effect: effectOf(brought), replayed: false };
}

/** The answer of an earlier request that ended a decision, or did without one ('') what it was asked. */
export async function endedBefore(bench: Bench, decisionId: string): Promise<Taken> {
  return { decisionId, changes: await changesOf(bench, decisionId, true), effect: null, replayed: true };
}

async function bring(bench: Bench, begun: readonly Decision[], ended: readonly DecisionEnd[]): Promise<Brought> {
  try {
    return await bench.bring({ begin: begun, end: ended });
  } catch (error) {
    if (!(error instanceof RulingTooLarge)) throw error;
    return refuse('TOO_LARGE', null, 'leads into more records than one request may resolve anew');
  }
}

async function changesOf({ tx }: Bench, id: string, ended: boolean): Promise<CustomerChange[]> {
  const rows = await tx.all(eventsOfDecision, { id, ended });
  return rows.map(({ id: eventId, kind, customer, retired }) => ({ eventId, kind, customerId: customer, retired }));
}

/** What happened to customers. */
export function toldBy({ events }: Pick<Brought, 'events'>): CustomerChange[] {
  return events.map(({ id, kind, customer, retired }) => ({ eventId: id, kind, customerId: customer, retired }));
}

/** Two decisions that cannot both be followed: the one that stands is named, and the new one refused. */
async function refuseContradiction(bench: Bench, begun: Decision, { decided }: Brought): Promise<void> {
  if (begun.kind === 'NEVER' && decided.skipped.length > 0) {
    const standing = decided.skipped.join(', ');
    refuse('CONTRADICTS_DECISION', null, `contradicts decision ${standing}, which holds the sides for one person`);
  }
  if (begun.kind === 'ALWAYS' && (decided.skipped.length > 0 || !(await areOne(bench, begun))))
    await refuseApart(bench, begun);
}

/** An ALWAYS joins one record of each side; what each side held together must follow, or a NEVER stands in the way. */
async function areOne({ tx }: Bench, begun: Decision): Promise<boolean> {
  const owners = await tx.all(reachByRecords, { keys: recordsNamed(begun) });
  return new Set(owners.map((row) => row.customerId)).size <= 1;
}

async function refuseApart({ tx }: Bench, begun: Decision): Promise<never> {
  const names = { records: recordsNamed(begun), identifiers: identifiersNamed(begun), kinds: ['NEVER'] as const };
  const nevers = (await tx.all(decisionsOn, names)).map((row) => row.id).sort();
  const standing = nevers.length > 0 ? `decision ${nevers.join(', ')}, which holds them` : 'what holds some of them';
  return refuse('CONTRADICTS_DECISION', null, `contradicts ${standing} for different people`);
}
