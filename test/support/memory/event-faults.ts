import type { EventKind } from '../../../src/identity/events/event.types.js';
import type { CustomerId } from '../../../src/kernel/ids.js';
import { customerOf, type CustomerNode, type MemoryGraph } from './memory-graph.js';

/** What is to be told of a customer. */
interface Told {
  readonly kind: EventKind;
  readonly customer: CustomerId;
  readonly retired: readonly CustomerId[];
}

/**
 * Events of one transaction that are not what the graph before and after it tells, by docs/resolution.md: at most one for
 * each customer, and of several things that happened to it the weightiest.
 */
export function eventFaults(before: MemoryGraph, after: MemoryGraph): string[] {
  const written = after.events.slice(before.events.length);
  const told = written.map(({ kind, customer, retired }) => lineOf({ kind, customer, retired }));
  const due = [...after.customers.values()].flatMap((node) => toldOf(node, before, after) ?? []).map(lineOf);
  return [
    ...told.filter((line) => !due.includes(line)).map((line) => `told, though it is not so: ${line}`),
    ...due.filter((line) => !told.includes(line)).map((line) => `not told: ${line}`),
    ...(new Set(told).size < told.length ? ['an event is told twice'] : []),
    ...written.filter((event) => event.tx !== after.tx).map((event) => `${event.id} has another number`),
    ...written.filter((event) => isUncaused(event, before)).map((event) => `${lineOf(event)} has no cause`),
  ];
}

function lineOf({ kind, customer, retired }: Told): string {
  return `${kind} ${customer} of ${[...retired].sort().join(' ')}`;
}

function toldOf({ id }: CustomerNode, before: MemoryGraph, after: MemoryGraph): Told | null {
  const retired = endedIn(id, before, after);
  const kind = retired.length > 0 ? 'MERGED' : kindOf(id, before, after);
  return kind && { kind, customer: id, retired };
}

function status(graph: MemoryGraph, id: CustomerId | null): CustomerNode['status'] | null {
  return id === null ? null : (graph.customers.get(id)?.status ?? null);
}

/** Ids that were live or emptied before, and lead here now. */
function endedIn(id: CustomerId, before: MemoryGraph, after: MemoryGraph): CustomerId[] {
  const followers = after.redirects.filter((edge) => edge.into === id).map((edge) => edge.from);
  const isFresh = (each: CustomerId): boolean => [null, 'LIVE', 'EMPTIED'].includes(status(before, each));
  return followers.filter((each) => isFresh(each) && status(after, each) === 'MERGED');
}

function kindOf(id: CustomerId, before: MemoryGraph, after: MemoryGraph): EventKind | null {
  const [was, is] = [status(before, id), status(after, id)];
  if (is === 'LIVE' && was !== null && was !== 'LIVE') return 'REVIVED';
  if (is === 'EMPTIED' && was === 'LIVE') return 'EMPTIED';
  if (is !== 'LIVE' || was !== 'LIVE') return null;
  const moves = [...after.records.keys()].map((key) => ({ from: customerOf(before, key), to: customerOf(after, key) }));
  const left = moves.filter(({ from, to }) => from === id && to !== null && to !== id);
  if (left.some(({ to }) => status(before, to) !== 'LIVE')) return 'SPLIT';
  const came = moves.filter(({ from, to }) => to === id && from !== null && from !== id);
  return came.some(({ from }) => status(after, from) === 'LIVE') ? 'MOVED' : null;
}

/** Customers that were live became one, and nothing says why. */
function isUncaused(
  { kind, retired, customer, identifiers, decisions }: MemoryGraph['events'][number],
  before: MemoryGraph,
): boolean {
  const lived = [customer, ...retired].filter((id) => status(before, id) === 'LIVE');
  return kind === 'MERGED' && lived.length > 1 && identifiers.length + decisions.length === 0;
}
