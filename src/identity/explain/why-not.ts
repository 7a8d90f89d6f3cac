import type { IdentifierKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { TypePolicy } from '../policy/policy.types.js';
import type { Attachment, StoredRecord } from '../records/record.types.js';
import { holdTwoSides, incompatibility } from '../resolution/compatibility.js';
import { sidesHeld } from '../resolution/decisions.js';
import type { ContestReason } from '../resolution/evidence.types.js';
import type { Group } from '../resolution/groups.js';
import { compare, unitKey, type LinkUnit } from '../resolution/link-units.js';
import { isUnknown, personKey } from '../resolution/persons/person-key.js';
import { recordsOf, type CaseFile } from './case-file.js';

/** Why something does not join two records. */
export type WhyNotCode =
  | 'DECIDED'
  | 'DIFFERENT_REALM'
  | 'NO_SHARED_IDENTIFIER'
  | 'TYPE_DOES_NOT_LINK'
  | 'BLOCKED'
  | 'GENERIC'
  | 'HELD'
  | 'WITHHELD'
  | 'RECORD_IN_CONFLICT'
  | 'DIFFERENT_TENURE'
  | 'CONTESTED'
  | 'UNDECIDED';

export interface WhyNotReason {
  readonly code: WhyNotCode;
  /** What was looked at; null when there is nothing shared. */
  readonly identifier: IdentifierKey | null;
  /** Both records hold the identifier themselves, not only others of their customers. */
  readonly direct: boolean;
  /** With CONTESTED: the rule that tells these two apart. */
  readonly contestReasons: readonly ContestReason[];
  /** With CAPACITY: `TYPE` or `TYPE namespace` of which there would be too many. */
  readonly exceeded: readonly string[];
  /** With DECIDED: id of the NEVER. */
  readonly decision: string | null;
}

/** An identifier that both customers hold: their attachments of it. */
interface Shared {
  readonly key: IdentifierKey;
  readonly direct: boolean;
  readonly left: readonly Attachment[];
  readonly right: readonly Attachment[];
}

/**
 * Why two records of different customers are not one: a decision, another realm, nothing shared, or, for each identifier that the
 * customers share, what keeps it from joining them. What the two records share themselves comes first, then the
 * stronger types.
 */
export function whyNot(file: CaseFile, left: StoredRecord, right: StoredRecord): WhyNotReason[] {
  if (left.realm !== right.realm) return [alone('DIFFERENT_REALM')];
  const groups = [groupOf(file, left), groupOf(file, right)] as const;
  const decided = parting(groups).map((decision) => ({ ...alone('DECIDED'), decision }));
  const shared = sharedIdentifiers(file, left, right);
  if (shared.length === 0) return [...decided, alone('NO_SHARED_IDENTIFIER')];
  const reasons = shared.slice(0, LIMITS.reasonsPerExplanation).map((each) => {
    const { code, contestReasons = [] } = judge(file, each, groups);
    const exceeded = contestReasons.includes('CAPACITY') ? exceededSlots(file, groups) : [];
    return { code, identifier: each.key, direct: each.direct, contestReasons, exceeded, decision: null };
  });
  return [...decided, ...reasons];
}

/** NEVER decisions of which the two hold different sides. */
function parting([left, right]: readonly [Group, Group]): string[] {
  const ids = [...left.sides.keys()].filter((id) => holdTwoSides([sideOnly(left, id), sideOnly(right, id)]));
  return ids.sort(compare);
}

function sideOnly(group: Group, decision: string): Group {
  const sides = group.sides.get(decision);
  return { ...group, sides: new Map(sides ? [[decision, sides]] : []) };
}

function alone(code: WhyNotCode): WhyNotReason {
  return { code, identifier: null, direct: false, contestReasons: [], exceeded: [], decision: null };
}

function judge(
  file: CaseFile,
  { key, left, right }: Shared,
  [a, b]: readonly [Group, Group],
): { readonly code: WhyNotCode; readonly contestReasons?: readonly ContestReason[] } {
  const type = typeOf(file, key);
  if (type?.links !== true) return { code: 'TYPE_DOES_NOT_LINK' };
  if (file.evidence.blocked.has(key)) return { code: 'BLOCKED' };
  if (file.evidence.generic.has(key)) return { code: 'GENERIC' };
  const isActive = (each: Attachment): boolean => each.status === 'ACTIVE';
  if (!left.some(isActive) || !right.some(isActive)) {
    const sides = [left, right].filter((side) => !side.some(isActive));
    const waits = sides.every((side) => side.some((each) => each.status === 'HELD' || each.status === 'STOPPED'));
    return { code: waits ? 'HELD' : 'WITHHELD' };
  }
  const units = file.links.units.filter((unit) => unit.identifier === key);
  const reaches = (group: Group): ReadonlySet<LinkUnit> => {
    const members = new Set(group.records);
    return new Set(units.filter((unit) => unit.records.some((index) => members.has(index))));
  };
  const [ofA, ofB] = [reaches(a), reaches(b)];
  if (ofA.size === 0 || ofB.size === 0)
    return { code: isCrowded(file, key, [a, b]) ? 'GENERIC' : 'RECORD_IN_CONFLICT' };
  if (![...ofA].some((unit) => ofB.has(unit))) return { code: 'DIFFERENT_TENURE' };
  const reason = incompatibility(a, b, type, file.policy);
  return reason === null ? { code: 'UNDECIDED' } : { code: 'CONTESTED', contestReasons: [reason] };
}

/** Whether one of the two holds the identifier only in tenures in which too many do. */
function isCrowded({ evidence }: CaseFile, key: IdentifierKey, groups: readonly Group[]): boolean {
  return groups.some(({ records }) => {
    const held = records.flatMap((index) => evidence.records[index]?.attachments ?? []);
    const own = held.filter((each) => each.identifier === key && each.active);
    return own.length > 0 && own.every((each) => evidence.genericTenures?.has(unitKey(each)));
  });
}

function typeOf(file: CaseFile, key: IdentifierKey): TypePolicy | undefined {
  return file.policy.types[file.identifiers.get(key)?.type ?? ''];
}

function sharedIdentifiers(file: CaseFile, left: StoredRecord, right: StoredRecord): Shared[] {
  const ofLeft = attachmentsByKey(recordsOf(file, left.customerId));
  const ofRight = attachmentsByKey(recordsOf(file, right.customerId));
  const holds = (record: StoredRecord, key: IdentifierKey) =>
    record.attachments.some((each) => each.identifier === key);
  const shared = [...ofLeft].flatMap(([key, attachments]): Shared[] => {
    const others = ofRight.get(key);
    if (!others) return [];
    return [{ key, direct: holds(left, key) && holds(right, key), left: attachments, right: others }];
  });
  const strength = ({ key }: Shared): number => typeOf(file, key)?.strength ?? Infinity;
  return shared.sort(
    (a, b) => Number(b.direct) - Number(a.direct) || strength(a) - strength(b) || compare(a.key, b.key),
  );
}

function attachmentsByKey(records: readonly StoredRecord[]): Map<IdentifierKey, Attachment[]> {
  const byKey = new Map<IdentifierKey, Attachment[]>();
  for (const attachment of records.flatMap((record) => record.attachments)) {
    const own = byKey.get(attachment.identifier);
    if (own) own.push(attachment);
    else byKey.set(attachment.identifier, [attachment]);
  }
  return byKey;
}

/** The customer of a record as `resolve` sees it at the end. */
function groupOf(file: CaseFile, record: StoredRecord): Group {
  const members = new Set(recordsOf(file, record.customerId).map((each) => each.key));
  const indexes = file.evidence.records.flatMap((each, index) => (members.has(each.key) ? [index] : []));
  const group: Group = {
    ...{ realm: record.realm, smallestRecord: [...members].sort(compare)[0] ?? record.key, records: indexes },
    ...{ slots: new Map(), sides: new Map(), persons: new Map() },
  };
  const held = sidesHeld(file.evidence, file.links);
  for (const index of indexes) {
    for (const [decision, sides] of held[index] ?? []) {
      group.sides.set(decision, new Set([...(group.sides.get(decision) ?? []), ...sides]));
    }
    for (const [slot, values] of file.links.slots[index] ?? []) {
      group.slots.set(slot, new Set([...(group.slots.get(slot) ?? []), ...values]));
    }
    const person = file.evidence.records[index]?.person;
    if (person && !isUnknown(person)) group.persons.set(personKey(person), person);
  }
  return group;
}

/** Kinds of identifier of which the two would hold too many together. */
function exceededSlots(file: CaseFile, groups: readonly Group[]): string[] {
  const slots = new Set(groups.flatMap((group) => [...group.slots.keys()]));
  return [...slots].sort(compare).flatMap((slot) => {
    const [type = '', namespace = ''] = slot.split('|', 2);
    const capacity = file.policy.types[type]?.capacity ?? Infinity;
    const values = new Set(groups.flatMap((group) => [...(group.slots.get(slot) ?? [])]));
    return values.size > capacity ? [namespace === '' ? type : `${type} ${namespace}`] : [];
  });
}
