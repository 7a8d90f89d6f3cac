import type { CustomerId, RecordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import { laterEvents, readEvent, type EventRow } from '../events/event.queries.js';
import type { Bench } from '../identity.service.js';
import { reachByRecords, recordsBefore } from '../identity.queries.js';
import type { StoredRecord } from '../records/record.types.js';
import { compare } from '../resolution/link-units.js';
import { customersStanding, readDecisions } from './decision.queries.js';
import { groundOf, sidesOf, type Ground } from './ground.js';
import { refuse } from './refused.js';
import { answeredBefore, type DecisionRequest } from './answered.js';
import { begin, end, endedBefore, type NewDecision, type Taken } from './take-decision.js';
import { decisionsToEnd } from './decisions-to-end.js';

/** A customer as it stood before an event. */
interface Former {
  readonly id: CustomerId;
  readonly records: readonly RecordKey[];
}

/** Ending decisions does not take the event back: a new one is needed. */
export class NotParted extends Error {
  override readonly name = 'NotParted';
}

/**
 * Takes an event back. ENDING: the decisions that it names end; where that does not make the customers of a merge stand again
 * as they did, it throws NotParted. PARTING: a NEVER between these customers in addition, whose ids return. Where neither is
 * enough, or nothing was decided, it is refused, naming the later events or the evidence that is missing. Throws Refused.
 */
export async function unmerge(
  bench: Bench,
  eventId: string,
  decision: NewDecision,
  manner: 'ENDING' | 'PARTING',
): Promise<Taken> {
  const event = await bench.tx.one(readEvent, { id: eventId });
  if (!event) return refuse('UNKNOWN_EVENT', 'eventId', 'never happened');
  const { id } = decision.decision;
  // Those that this request ended itself are ended again when it comes again, because its answer was lost.
  const active = event.decisions.filter((each) => each.status === 'ACTIVE' || each.endedBy === id);
  if (event.kind !== 'MERGED') return endAll(bench, event, active, decision.request);
  const always = active.filter((each) => each.kind === 'ALWAYS');
  const isRepeated = (await bench.tx.one(readDecisions, { ids: [id] })) !== null;
  if (manner === 'ENDING' && always.length > 0 && !isRepeated) return endAll(bench, event, always, decision.request);
  return part(bench, event, always, decision);
}

type Named = EventRow['decisions'];

async function endAll(bench: Bench, event: EventRow, ending: Named, request: DecisionRequest): Promise<Taken> {
  const before = await answeredBefore(bench, request);
  if (before !== null) return endedBefore(bench, before);
  if (ending.length === 0) refuse('NOT_REVERSIBLE', 'eventId', missing(event));
  const later = await laterThan(bench, event);
  const ids = ending.map((each) => each.id);
  const taken = await end(bench, ids, { status: 'REVOKED', request, field: 'eventId' });
  if (taken.replayed || (event.kind !== 'MERGED' && event.kind !== 'SPLIT')) return taken;
  const formers = await formersOf(bench, event);
  if (event.kind === 'MERGED' && !(await areBack(bench, formers))) throw new NotParted('it takes more than ending');
  await expectBack(bench, later, formers);
  return event.kind === 'MERGED' ? expectNoMerge(taken) : taken;
}

async function part(bench: Bench, event: EventRow, always: Named, decision: NewDecision): Promise<Taken> {
  const later = await laterThan(bench, event);
  const formers = await formersOf(bench, event);
  await refuseTakenBack(bench, event, decision.decision);
  const ids = always.map((each) => each.id);
  const taken = await begin(bench, decision, {
    sidesOf: () => sidesBefore(bench, formers),
    endsOf: () => decisionsToEnd(bench, ids, decision.decision.id),
  });
  if (taken.replayed) return taken;
  await expectBack(bench, later, formers);
  return expectNoMerge(taken);
}

function missing({ kind }: EventRow): string {
  return kind === 'EMPTIED'
    ? 'cannot be taken back by decision: its records were deleted, and return when their source sends them again'
    : 'cannot be taken back by decision: sources changed what they say; split or merge the customers instead';
}

async function formersOf({ tx, store }: Bench, event: EventRow): Promise<Former[]> {
  // Under lock, for a record that somebody else moves at the moment may be found in neither place.
  await store.lockCustomers([event.customer, ...event.retired].sort(compare), [], []);
  const rows = [event.customer, ...event.retired].map((id) => ({ id, tx: event.tx }));
  const before = new Map((await tx.all(recordsBefore, { rows })).map((row) => [row.id, row.records]));
  return rows.map(({ id }) => ({ id, records: [...(before.get(id) ?? [])].sort(compare) }));
}

async function sidesBefore(bench: Bench, formers: readonly Former[]): Promise<ReturnType<typeof sidesOf>> {
  const keys = formers.flatMap((former) => former.records).sort(compare);
  await bench.store.lockRecords(keys);
  const ground = await groundOfOwners(bench, keys);
  const live = new Map<RecordKey, StoredRecord>([...ground.records.values()].flat().map((each) => [each.key, each]));
  const sides = formers.map(({ records }) => records.flatMap((key) => live.get(key) ?? []));
  if (sides.some((side) => side.length === 0))
    refuse('NOT_REVERSIBLE', 'eventId', 'cannot be taken back: every record of one of the customers was deleted');
  return sidesOf(bench, ground, sides);
}

/** The customers of records, looked at again until all of them are locked: one may be merged away while its lock is waited for. */
async function groundOfOwners(bench: Bench, keys: readonly RecordKey[]): Promise<Ground> {
  for (let known = await bench.store.owners(keys); ;) {
    const ground = await groundOf(bench, known);
    const strangers = (await bench.store.owners(keys)).filter((id) => !ground.records.has(id));
    if (strangers.length === 0) return ground;
    known = [...known, ...strangers];
  }
}

/** Whose ids all live is apart already; only the repetition of the request that did it is answered again. */
async function refuseTakenBack({ tx }: Bench, { retired }: EventRow, { id }: NewDecision['decision']): Promise<void> {
  const standing = await tx.all(customersStanding, { ids: retired });
  const isRepetition = (await tx.one(readDecisions, { ids: [id] })) !== null;
  if (!isRepetition && standing.every((row) => row.status === 'LIVE'))
    refuse('ALREADY_DECIDED', 'eventId', 'was taken back before: its customers live');
}

/** Events of its customers since, oldest first. */
async function laterThan({ tx }: Bench, { customer, retired, seq }: EventRow): Promise<string[]> {
  const rows = await tx.all(laterEvents, { customers: [customer, ...retired], seq, limit: LIMITS.eventsNamed });
  return rows.map((row) => row.id);
}

/** Each of the customers must hold, together and under its own id, what is left of its records. */
async function expectBack(bench: Bench, later: readonly string[], formers: readonly Former[]): Promise<void> {
  if (await areBack(bench, formers)) return;
  const message =
    later.length > 0
      ? `cannot be taken back exactly: later events stand in the way: ${later.join(', ')}`
      : 'cannot be taken back exactly: what the records hold now does not keep those of each customer together';
  refuse('LATER_EVENTS', 'eventId', message);
}

async function areBack({ tx }: Bench, formers: readonly Former[]): Promise<boolean> {
  const keys = formers.flatMap((former) => former.records);
  const owners = new Map((await tx.all(reachByRecords, { keys })).map((row) => [row.key, row.customerId]));
  return formers.every(({ id, records }) => records.every((key) => !owners.has(key) || owners.get(key) === id));
}

/** Parting customers may let an identifier join others that it was kept from: nobody asked for that. */
function expectNoMerge(taken: Taken): Taken {
  if (taken.changes.some((change) => change.kind === 'MERGED'))
    refuse('LATER_EVENTS', 'eventId', 'cannot be taken back exactly: other customers would become one by it');
  return taken;
}
