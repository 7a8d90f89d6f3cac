import fc from 'fast-check';
import type { Decision, DecisionKind, Ruling } from '../../../src/identity/decisions/decision.types.js';
import type { DecisionSide } from '../../../src/identity/resolution/evidence.types.js';
import type { RecordKey } from '../../../src/kernel/ids.js';
import { activeDecisions, membersOf, type MemoryGraph } from '../memory/memory-graph.js';

/** A steward's move, by numbers that are read against whatever the graph holds when it is made. */
export interface Move {
  readonly kind: DecisionKind | 'REVOKE';
  readonly picks: readonly number[];
  /** Sides are whole customers, or single records. */
  readonly whole: boolean;
}

/** Any move. */
export const moves: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom<Move['kind']>('ALWAYS', 'NEVER', 'NEVER', 'DETACH', 'BLOCK', 'CUT', 'CUT', 'REVOKE', 'REVOKE'),
  picks: fc.array(fc.nat({ max: 997 }), { minLength: 2, maxLength: 3 }),
  whole: fc.boolean(),
});

/** What the move means here; null when there is nothing to decide about. */
export function rulingOf({ kind, picks, whole }: Move, graph: MemoryGraph, number: number): Ruling | null {
  if (kind === 'REVOKE') {
    const decision = pick(activeDecisions(graph), picks[0]);
    return decision ? { begin: [], end: [{ decision, status: 'REVOKED', by: null }] } : null;
  }
  const sides = identifierSides(kind, graph, picks);
  const chosen = kind === 'ALWAYS' || kind === 'NEVER' ? sidesOf(graph, picks, whole, kind) : sides;
  if (chosen.length === 0) return null;
  const decision: Decision = {
    ...{
      id: `d${number}`,
      kind,
      actor: 'steward',
      reason: 'because',
      decidedAt: number,
      expiresAt: null,
      payloadHash: '',
    },
    ...(kind === 'CUT' ? { cutAt: ((picks[1] ?? 0) % 4) + 1 } : {}),
    sides: chosen,
  };
  return { begin: [decision], end: [] };
}

function identifierSides(kind: DecisionKind, graph: MemoryGraph, picks: readonly number[]): DecisionSide[] {
  if (kind === 'DETACH') return detachment(graph, picks);
  if (kind === 'BLOCK') return block(graph, picks);
  const identifier = kind === 'CUT' ? pick([...graph.identifiers.keys()], picks[0]) : undefined;
  return identifier ? [{ records: [], identifiers: [identifier] }] : [];
}

function pick<Value>(list: readonly Value[], number = 0): Value | undefined {
  return list[number % Math.max(1, list.length)];
}

function liveRecords(graph: MemoryGraph): RecordKey[] {
  return [...graph.records.values()].filter((record) => !record.deleted).map((record) => record.key);
}

function sidesOf(
  graph: MemoryGraph,
  picks: readonly number[],
  whole: boolean,
  kind: 'ALWAYS' | 'NEVER',
): DecisionSide[] {
  const live = [...graph.customers.values()].filter((node) => node.status === 'LIVE');
  const lists = whole
    ? picks.flatMap((number) => [pick(live, number)].flatMap((node) => (node ? [membersOf(graph, node.id)] : [])))
    : picks.flatMap((number) => [pick(liveRecords(graph), number)].flatMap((key) => (key ? [[key]] : [])));
  const distinct = [...new Map(lists.map((list) => [[...list].sort().join(), list])).values()];
  if (distinct.length < 2) return [];
  return distinct.map((records) => ({
    records,
    identifiers: kind === 'NEVER' && whole ? held(graph, records, distinct) : [],
  }));
}

/** All the active ones of the records. Unguarded or not does not matter here: `resolve` looks at unguarded ones only. What two sides hold tells nothing. */
function held(
  graph: MemoryGraph,
  records: readonly RecordKey[],
  all: readonly (readonly RecordKey[])[],
): DecisionSide['identifiers'] {
  const of = (keys: readonly RecordKey[]) =>
    keys.flatMap((key) => graph.records.get(key)?.attachments.filter((each) => each.status === 'ACTIVE') ?? []);
  const others = new Set(
    all
      .filter((list) => list !== records)
      .flatMap(of)
      .map((each) => each.identifier),
  );
  return [...new Set(of(records).map((each) => each.identifier))].filter((key) => !others.has(key));
}

function detachment(graph: MemoryGraph, [first, second]: readonly number[]): DecisionSide[] {
  const record = graph.records.get(pick(liveRecords(graph), first) ?? ('' as RecordKey));
  const identifier = pick(record?.attachments.filter((each) => each.status === 'ACTIVE') ?? [], second)?.identifier;
  return record && identifier ? [{ records: [record.key], identifiers: [identifier] }] : [];
}

function block(graph: MemoryGraph, [first]: readonly number[]): DecisionSide[] {
  const named = activeDecisions(graph)
    .filter((each) => each.kind === 'BLOCK')
    .flatMap((each) => each.sides);
  const taken = new Set(named.flatMap((side) => side.identifiers));
  const free = [...graph.identifiers.keys()].filter((key) => !taken.has(key));
  const identifier = pick(free, first);
  return identifier ? [{ records: [], identifiers: [identifier] }] : [];
}
