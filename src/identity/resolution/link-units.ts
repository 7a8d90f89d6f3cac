import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { atOnce, isTurn, type Steps } from '../../kernel/turns.js';
import type { Policy, TypePolicy } from '../policy/policy.types.js';
import type { AttachmentEvidence, Evidence, RecordEvidence, SelfConflict } from './evidence.types.js';

/** One identifier in one tenure: what may join the records that hold it. */
export interface LinkUnit {
  readonly identifier: IdentifierKey;
  readonly tenure: number;
  readonly type: string;
  readonly policy: TypePolicy;
  /** Indexes into the evidence's records. */
  readonly records: number[];
  /** Epoch milliseconds of the earliest attachment; Infinity when nobody said when. */
  firstCapturedAt: number;
  smallestRecord: RecordKey;
}

/** The linkable evidence: units in the order in which they act, and the values that fill each record's slots. */
export interface Links {
  readonly units: readonly LinkUnit[];
  /** Per record: slot name -> identifier keys, for types with a capacity. */
  readonly slots: readonly ReadonlyMap<string, ReadonlySet<IdentifierKey>>[];
  readonly selfConflicts: readonly SelfConflict[];
}

/** Name of the slot that a value of a limited type fills. */
export function slotName(type: string, namespace: string): string {
  return `${type}|${namespace}`;
}

/**
 * Records above `maxRecords` with which an identifier is generic in all its tenures together. One that so many hold is
 * neither locked nor divided by counting: it could not be, while writers of a shop's tablet wait for each other.
 */
const CROWD_MARGIN = 10_000;

/** Up to how many records, all tenures together, an identifier of the type may link in any of them. */
export function crowdLimit(policy: Policy, type: string): number {
  return (policy.types[type]?.maxRecords ?? 0) + CROWD_MARGIN;
}

/**
 * Which attachments may join records: of a type that links, active, not blocked, not generic (at most `maxRecords`
 * records in one tenure), and not of a kind in which their record conflicts with itself.
 */
export function linkable(evidence: Evidence, policy: Policy): Links {
  return atOnce(linking(evidence, policy));
}

/** `linkable` in steps. */
export function* linking(evidence: Evidence, policy: Policy): Steps<Links> {
  const crowded = yield* genericUnits(evidence, policy);
  const units = new Map<string, LinkUnit>();
  const slots: Map<string, Set<IdentifierKey>>[] = [];
  const selfConflicts: SelfConflict[] = [];
  for (const [index, record] of evidence.records.entries()) {
    const candidates = record.attachments.filter((attachment) => !crowded(attachment));
    const filled = fillSlots(candidates, policy);
    for (const [slot, conflict] of conflictsOf(record, filled, policy)) {
      selfConflicts.push(conflict);
      filled.delete(slot);
    }
    slots.push(filled);
    for (const attachment of candidates) {
      const type = policy.types[attachment.type];
      const limited = type?.capacity !== null && !filled.has(slotName(attachment.type, attachment.namespace));
      if (type && !limited) addToUnit(units, attachment, type, record, index);
    }
    if (isTurn(index)) yield;
  }
  return { units: [...units.values()].sort(byPrecedence), slots, selfConflicts };
}

/** Strongest type first, then earliest evidence, then smallest record key, then key: an order of evidence alone. */
function byPrecedence(a: LinkUnit, b: LinkUnit): number {
  return (
    a.policy.strength - b.policy.strength ||
    compare(a.firstCapturedAt, b.firstCapturedAt) ||
    compare(a.smallestRecord, b.smallestRecord) ||
    compare(a.identifier, b.identifier) ||
    a.tenure - b.tenure
  );
}

/** Plain code-unit order: the same on every machine, unlike a locale's. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names an identifier in one tenure. */
export function unitKey(attachment: Pick<AttachmentEvidence, 'identifier' | 'tenure'>): string {
  return `${attachment.identifier}#${attachment.tenure}`;
}

/** Tells whether an attachment joins nobody, whatever its record: inactive, blocked, not a linking type, or generic. */
function* genericUnits(evidence: Evidence, policy: Policy): Steps<(attachment: AttachmentEvidence) => boolean> {
  const barred = (attachment: AttachmentEvidence): boolean =>
    !attachment.active ||
    policy.types[attachment.type]?.links !== true ||
    evidence.blocked.has(attachment.identifier) ||
    evidence.generic.has(attachment.identifier) ||
    evidence.genericTenures?.has(unitKey(attachment)) === true;
  const counts = new Map<string, number>();
  for (const [index, record] of evidence.records.entries()) {
    const held = record.attachments.filter((each) => !barred(each));
    for (const counted of new Set([...held.map(unitKey), ...held.map((each) => each.identifier)])) {
      counts.set(counted, (counts.get(counted) ?? 0) + 1);
    }
    if (isTurn(index)) yield;
  }
  return (attachment) => {
    const { identifier, type } = attachment;
    if (barred(attachment) || (counts.get(identifier) ?? 0) > crowdLimit(policy, type)) return true;
    return (counts.get(unitKey(attachment)) ?? 0) > (policy.types[type]?.maxRecords ?? 0);
  };
}

function fillSlots(attachments: readonly AttachmentEvidence[], policy: Policy): Map<string, Set<IdentifierKey>> {
  const slots = new Map<string, Set<IdentifierKey>>();
  for (const { type, namespace, identifier } of attachments) {
    if ((policy.types[type]?.capacity ?? null) === null) continue;
    const slot = slotName(type, namespace);
    const values = slots.get(slot);
    if (values) values.add(identifier);
    else slots.set(slot, new Set([identifier]));
  }
  return slots;
}

function* conflictsOf(
  record: RecordEvidence,
  slots: ReadonlyMap<string, ReadonlySet<IdentifierKey>>,
  policy: Policy,
): Generator<[string, SelfConflict]> {
  for (const [slot, values] of [...slots]) {
    const at = slot.indexOf('|');
    const type = slot.slice(0, at);
    const capacity = policy.types[type]?.capacity ?? null;
    if (capacity !== null && values.size > capacity) {
      yield [slot, { record: record.key, type, namespace: slot.slice(at + 1) }];
    }
  }
}

function addToUnit(
  units: Map<string, LinkUnit>,
  attachment: AttachmentEvidence,
  policy: TypePolicy,
  record: RecordEvidence,
  index: number,
): void {
  const key = unitKey(attachment);
  const at = attachment.capturedAt ?? Infinity;
  const unit = units.get(key);
  if (!unit) {
    const { identifier, tenure, type } = attachment;
    const fresh = { identifier, tenure, type, policy, records: [index], firstCapturedAt: at };
    units.set(key, { ...fresh, smallestRecord: record.key });
    return;
  }
  if (unit.records.at(-1) !== index) unit.records.push(index);
  unit.firstCapturedAt = Math.min(unit.firstCapturedAt, at);
  if (record.key < unit.smallestRecord) unit.smallestRecord = record.key;
}
