import fc from 'fast-check';
import type { NeverSide } from '../../../src/identity/decisions/rulings/never-link.js';
import type { CustomerId, IdentifierKey, RecordKey } from '../../../src/kernel/ids.js';
import { activeDecisions, membersOf, type MemoryGraph } from '../memory/memory-graph.js';
import type { StewardOperation } from '../steward/operations.js';

/** What a steward does, by numbers that are read against whatever the graph holds when it is done. */
export interface StewardMove {
  readonly kind: StewardOperation['kind'];
  readonly picks: readonly number[];
  /** Which of several forms it takes. */
  readonly form: number;
}

const KINDS: readonly StewardMove['kind'][] = [
  ...([
    'merge',
    'merge',
    'never',
    'never',
    'split',
    'detach',
    'block',
    'unblock',
    'revoke',
    'revoke',
    'revoke',
    'revoke',
  ] as const),
  ...(['unmerge', 'unmerge', 'unmerge', 'unmerge'] as const),
];

/** Anything that stewards ask for. */
export const stewardMoves: fc.Arbitrary<StewardMove> = fc.record({
  kind: fc.constantFrom(...KINDS),
  picks: fc.array(fc.nat({ max: 997 }), { minLength: 3, maxLength: 3 }),
  form: fc.nat({ max: 3 }),
});

/** What the move asks for here; null when there is nothing of the kind. */
export function operationOf(move: StewardMove, graph: MemoryGraph): StewardOperation | null {
  const { kind, picks, form } = move;
  const [first, second] = picks;
  switch (kind) {
    case 'merge':
      return merge(graph, move);
    case 'never':
      return never(graph, move);
    case 'split':
      return split(graph, move);
    case 'detach':
      return detach(graph, first, second);
    case 'block': {
      const identifier = pick([...graph.identifiers.keys()], first);
      return identifier ? { kind, identifier } : null;
    }
    case 'unblock': {
      const blocks = activeDecisions(graph).filter((each) => each.kind === 'BLOCK');
      const identifier = pick(blocks, first)?.sides[0]?.identifiers[0];
      return identifier ? { kind, identifier } : null;
    }
    case 'revoke': {
      // Now and then one that holds no more.
      const decision = pick(form === 0 ? [...graph.decisions.values()] : activeDecisions(graph), first);
      return decision ? { kind, decision: decision.id } : null;
    }
    case 'unmerge': {
      const event = pick(form < 2 ? graph.events.slice(-3) : graph.events, first);
      return event ? { kind, event: event.id } : null;
    }
  }
}

function pick<Value>(list: readonly Value[], number = 0): Value | undefined {
  return list[number % Math.max(1, list.length)];
}

/** Live customers, and now and then former ids, which are followed or refused. */
function customers(graph: MemoryGraph, form: number): CustomerId[] {
  const nodes = [...graph.customers.values()].filter((node) => form === 0 || node.status === 'LIVE');
  return nodes.map((node) => node.id);
}

function merge(graph: MemoryGraph, { picks: [first, second, third], form }: StewardMove): StewardOperation | null {
  const [into, one, other] = [first, second, third].map((number) => pick(customers(graph, form), number));
  if (!into || !one || !other) return null;
  return { kind: 'merge', into, customers: form === 1 ? [one, other] : [one] };
}

function never(graph: MemoryGraph, { picks, form }: StewardMove): StewardOperation | null {
  const sides = picks.slice(0, form === 3 ? 3 : 2).map((number, index): NeverSide | null => {
    const customer = pick(customers(graph, form), number);
    const record = pick(liveRecords(graph), number);
    const identifier = pick([...graph.identifiers.keys()], number);
    if (!customer || !record || !identifier) return null;
    if (form < 2) return { customers: [customer], records: [], identifiers: [] };
    const named = { customers: [], records: [record], identifiers: [] };
    return index === 1 ? { ...named, identifiers: [identifier] } : named;
  });
  return sides.includes(null) ? null : { kind: 'never', sides: sides.flatMap((side) => side ?? []) };
}

function split(graph: MemoryGraph, { picks: [first, second = 0], form }: StewardMove): StewardOperation | null {
  const live = customers(graph, form);
  const large = live.filter((id) => membersOf(graph, id).length > 1);
  const customer = pick(large.length > 0 ? large : live, first);
  if (!customer) return null;
  const members = membersOf(graph, customer);
  const leaving = members.filter((_, at) => (second >> (at % 8)) % 2 === 1);
  return { kind: 'split', customer, records: leaving.length > 0 ? leaving : members.slice(0, 1) };
}

function detach(graph: MemoryGraph, first = 0, second = 0): StewardOperation | null {
  const key = pick(liveRecords(graph), first);
  const held = key ? (graph.records.get(key)?.attachments ?? []) : [];
  const identifier: IdentifierKey | undefined = pick(held, second)?.identifier;
  return key && identifier ? { kind: 'detach', record: key, identifier } : null;
}

function liveRecords(graph: MemoryGraph): RecordKey[] {
  return [...graph.records.values()].filter((record) => !record.deleted).map((record) => record.key);
}
