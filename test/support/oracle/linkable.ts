import type {
  AttachmentEvidence,
  Evidence,
  RecordEvidence,
  SelfConflict,
} from '../../../src/identity/resolution/evidence.types.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';

/** One attachment together with the record that it hangs on. */
export interface Link {
  readonly record: RecordEvidence;
  readonly attachment: AttachmentEvidence;
}

/** Everything that the rules read, worked out from evidence once and never changed afterwards. */
export interface Facts {
  readonly evidence: Evidence;
  readonly policy: Policy;
  /** Linkable attachments, those of records in conflict with themselves included. */
  readonly linkable: readonly Link[];
  /** Linkable attachments of records that are not in conflict with themselves about that type and namespace. */
  readonly joining: readonly Link[];
  readonly selfConflicts: readonly SelfConflict[];
}

/** True when both links are about one identifier in one tenure: the unit that joins and that `maxRecords` counts. */
export function sameUnit(a: Link, b: Link): boolean {
  return a.attachment.identifier === b.attachment.identifier && a.attachment.tenure === b.attachment.tenure;
}

function sameSlot(a: Link, b: Link): boolean {
  return a.attachment.type === b.attachment.type && a.attachment.namespace === b.attachment.namespace;
}

function distinct<Value>(values: readonly Value[]): number {
  return new Set(values).size;
}

/** "Its type links, it is not held, detached, blocked or generic" - all of the rule except the counting. */
export function beforeCounting(evidence: Evidence, policy: Policy): Link[] {
  const links = evidence.records.flatMap((record) => record.attachments.map((attachment) => ({ record, attachment })));
  return links.filter(
    ({ attachment }) =>
      attachment.active &&
      policy.types[attachment.type]?.links === true &&
      !evidence.blocked.has(attachment.identifier) &&
      !evidence.generic.has(attachment.identifier),
  );
}

function isWithinMaxRecords(link: Link, links: readonly Link[], policy: Policy): boolean {
  const holders = links.filter((other) => sameUnit(link, other)).map((other) => other.record.key);
  return distinct(holders) <= (policy.types[link.attachment.type]?.maxRecords ?? 0);
}

/** "A record that alone exceeds a capacity links through none of that type, and those values enter no slot." */
function isSelfConflicting(link: Link, linkable: readonly Link[], policy: Policy): boolean {
  const capacity = policy.types[link.attachment.type]?.capacity ?? null;
  if (capacity === null) return false;
  const own = linkable.filter((other) => other.record === link.record && sameSlot(link, other));
  return distinct(own.map((other) => other.attachment.identifier)) > capacity;
}

function selfConflictsOf(links: readonly Link[]): SelfConflict[] {
  const found: SelfConflict[] = [];
  for (const { record, attachment } of links) {
    const { type, namespace } = attachment;
    const known = found.some((one) => one.record === record.key && one.type === type && one.namespace === namespace);
    if (!known) found.push({ record: record.key, type, namespace });
  }
  return found;
}

/** Reads off evidence which attachments link, in the order of the rules: count first, then conflicts inside a record. */
export function readFacts(evidence: Evidence, policy: Policy): Facts {
  const counted = beforeCounting(evidence, policy);
  const linkable = counted.filter((link) => isWithinMaxRecords(link, counted, policy));
  const conflicting = linkable.filter((link) => isSelfConflicting(link, linkable, policy));
  const joining = linkable.filter((link) => !conflicting.includes(link));
  return { evidence, policy, linkable, joining, selfConflicts: selfConflictsOf(conflicting) };
}
