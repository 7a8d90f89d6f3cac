import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Policy } from '../policy/policy.types.js';
import { holdTwoSides } from './compatibility.js';
import type { DecisionEvidence, DecisionSide, Evidence, Join, RecordEvidence } from './evidence.types.js';
import { compare } from './link-units.js';
import type { Partition } from './groups.js';

/** Which sides of which NEVER decisions each record holds: named itself, or holding an unguarded identifier of it. */
export function sidesHeld(evidence: Evidence, policy: Policy): Map<string, Set<number>>[] {
  const nevers = evidence.decisions.filter((decision) => decision.kind === 'NEVER');
  const byRecord = new Map<RecordKey, [string, number][]>();
  const byIdentifier = new Map<IdentifierKey, [string, number][]>();
  for (const { id, sides } of nevers) {
    sides.forEach((side, number) => {
      for (const record of side.records) append(byRecord, record, [id, number]);
      for (const identifier of side.identifiers) append(byIdentifier, identifier, [id, number]);
    });
  }
  return evidence.records.map((record) => {
    const held = new Map<string, Set<number>>();
    const names = [
      byRecord.get(record.key),
      ...unguarded(record, evidence, policy).map((key) => byIdentifier.get(key)),
    ];
    for (const [id, side] of names.flatMap((each) => each ?? [])) {
      held.set(id, (held.get(id) ?? new Set()).add(side));
    }
    return held;
  });
}

function unguarded(record: RecordEvidence, evidence: Evidence, policy: Policy): IdentifierKey[] {
  return record.attachments
    .filter((each) => each.active && policy.types[each.type]?.guard === 'no' && !evidence.blocked.has(each.identifier))
    .map((each) => each.identifier);
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
