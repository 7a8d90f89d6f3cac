import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { holdTwoSides } from './compatibility.js';
import type { DecisionEvidence, DecisionSide, Evidence, Join } from './evidence.types.js';
import { compare, type Links } from './link-units.js';
import type { Partition } from './groups.js';

/**
 * Which sides of which NEVER decisions each record holds: named itself, or linked by an unguarded identifier of the side.
 * One that links nobody any more (blocked, generic, of a record in conflict with itself) tells no side either.
 */
export function sidesHeld(evidence: Evidence, links: Links): Map<string, Set<number>>[] {
  const byRecord = new Map<RecordKey, [string, number][]>();
  const byIdentifier = new Map<IdentifierKey, [string, number][]>();
  for (const { id, sides } of evidence.decisions.filter((decision) => decision.kind === 'NEVER')) {
    sides.forEach((side, number) => {
      for (const record of side.records) append(byRecord, record, [id, number]);
      for (const identifier of side.identifiers) append(byIdentifier, identifier, [id, number]);
    });
  }
  const held = evidence.records.map(() => new Map<string, Set<number>>());
  const hold = (index: number, names: readonly [string, number][] = []): void => {
    const own = held[index];
    for (const [id, side] of names) own?.set(id, (own.get(id) ?? new Set()).add(side));
  };
  evidence.records.forEach((record, index) => {
    hold(index, byRecord.get(record.key));
  });
  for (const unit of byIdentifier.size > 0 ? links.units : []) {
    if (unit.policy.guard === 'no') for (const index of unit.records) hold(index, byIdentifier.get(unit.identifier));
  }
  return held;
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Follows ALWAYS decisions, oldest first, capacity or not; says which could not be followed and what they joined. */
export function followAlways(evidence: Evidence, partition: Partition): { skipped: string[]; joins: Join[] } {
  const indexOf = new Map(evidence.records.map((record, index) => [record.key, index]));
  const skipped: string[] = [];
  const joins: Join[] = [];
  for (const decision of inOrder(evidence.decisions)) {
    const groups = partition.reachedBy(decision.sides.flatMap((side) => smallestLive(side, indexOf)));
    if (groups.length < 2) continue;
    if (holdTwoSides(groups) || new Set(groups.map((group) => group.realm)).size > 1) {
      skipped.push(decision.id);
      continue;
    }
    joins.push({ identifier: null, decision: decision.id, roots: groups.map((group) => group.smallestRecord) });
    partition.join(groups);
  }
  return { skipped, joins };
}

function inOrder(decisions: readonly DecisionEvidence[]): DecisionEvidence[] {
  return decisions
    .filter((decision) => decision.kind === 'ALWAYS')
    .sort((a, b) => a.decidedAt - b.decidedAt || compare(a.id, b.id));
}

function smallestLive(side: DecisionSide, indexOf: ReadonlyMap<RecordKey, number>): number[] {
  const live = side.records.filter((key) => indexOf.has(key)).sort(compare);
  return live.slice(0, 1).flatMap((key) => indexOf.get(key) ?? []);
}
