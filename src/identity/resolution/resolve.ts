import { atOnce, isTurn, mapping, type Steps } from '../../kernel/turns.js';
import type { Policy } from '../policy/policy.types.js';
import { judge } from './contest.js';
import { followAlways, sidesHeld } from './decisions.js';
import type { ContestedIdentifier, Evidence, Join, Resolution } from './evidence.types.js';
import { Partition, type Group } from './groups.js';
import { compare, linking, type Links } from './link-units.js';
import { isUnknown, personKey } from './persons/person-key.js';

/**
 * Which source records are one person, by the evidence alone.
 *
 * Pure: no I/O, clock or randomness, and no order of arrival shows in the answer. Cost O(E log E) in attachments,
 * plus the square of the groups that one contested identifier reaches (kept small by `maxRecords`).
 */
export function resolve(evidence: Evidence, policy: Policy): Resolution {
  return atOnce(resolving(evidence, policy));
}

/** `resolve` in steps. */
export function* resolving(evidence: Evidence, policy: Policy): Steps<Resolution> {
  const links = yield* linking(evidence, policy);
  const partition = new Partition(yield* startingGroups(evidence, links));
  const always = followAlways(evidence, partition);
  const contested: ContestedIdentifier[] = [];
  const joins: Join[] = [...always.joins];
  yield;
  for (const [index, unit] of links.units.entries()) {
    if (isTurn(index)) yield;
    const groups = partition.reachedBy(unit.records);
    if (groups.length < 2) continue;
    const { classes, reasons } = yield* judge(groups, unit.policy, policy);
    if (reasons.length > 0) contested.push({ identifier: unit.identifier, tenure: unit.tenure, reasons });
    for (const members of classes) {
      joins.push({ identifier: unit.identifier, decision: null, roots: members.map((each) => each.smallestRecord) });
      partition.join(members);
    }
  }
  yield;
  return {
    groups: groupsOf(evidence, partition),
    contested: contested.sort((a, b) => compare(a.identifier, b.identifier) || a.tenure - b.tenure),
    selfConflicts: [...links.selfConflicts].sort((a, b) => compare(conflictKey(a), conflictKey(b))),
    skippedDecisions: always.skipped,
    joins,
  };
}

/** Every record is its own group at first. */
function* startingGroups(evidence: Evidence, links: Links): Steps<Group[]> {
  const sides = sidesHeld(evidence, links);
  yield;
  return yield* mapping(evidence.records, (record, index) => ({
    realm: record.realm,
    smallestRecord: record.key,
    records: [index],
    slots: new Map([...(links.slots[index] ?? [])].map(([slot, values]) => [slot, new Set(values)])),
    sides: sides[index] ?? new Map<string, Set<number>>(),
    persons: isUnknown(record.person) ? new Map() : new Map([[personKey(record.person), record.person]]),
  }));
}

function groupsOf(evidence: Evidence, partition: Partition): Resolution['groups'] {
  return partition
    .all()
    .map((group) => group.records.flatMap((index) => evidence.records[index]?.key ?? []).sort(compare))
    .sort((a, b) => compare(a[0] ?? '', b[0] ?? ''));
}

function conflictKey(conflict: { record: string; type: string; namespace: string }): string {
  return `${conflict.record}|${conflict.type}|${conflict.namespace}`;
}
