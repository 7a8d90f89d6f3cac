import type { CustomerState } from '../../../src/identity/engine/engine.types.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type { Attachment, RecordState } from '../../../src/identity/records/record.types.js';
import type { Evidence, RecordEvidence, Resolution } from '../../../src/identity/resolution/evidence.types.js';
import { isUnknown, personKey } from '../../../src/identity/resolution/persons/person-key.js';
import type { IdentifierKey, RecordKey } from '../../../src/kernel/ids.js';
import { identifiersNamed, type Decision } from '../../../src/identity/decisions/decision.types.js';
import { decisionEvidence } from '../../../src/identity/decisions/decisions-after.js';
import { type Group, sidesHeld, slotsOf } from '../oracle/groups.js';
import { type Facts, readFacts } from '../oracle/linkable.js';
import { resolveByTheBook } from '../oracle/resolve-by-the-book.js';
import { activeDecisions, membersOf, type MemoryGraph } from './memory-graph.js';

/** Everything that the graph says, as evidence: what identifiers are blocked is read off the values alone. */
export function evidenceOf(graph: MemoryGraph): Evidence {
  const live = [...graph.records.values()].filter((record) => !record.deleted);
  const attachments = live.flatMap((record) => record.attachments);
  const placeholders = attachments.filter((each) => each.quality !== 'ok').map((each) => each.identifier);
  const active = activeDecisions(graph);
  const blocked = new Set([...placeholders, ...blockedByDecision(graph)]);
  return {
    records: live.map((record) => recordEvidence(record, attachments, active)),
    decisions: decisionEvidence(active),
    blocked,
    generic: new Set(),
  };
}

function blockedByDecision(graph: MemoryGraph): IdentifierKey[] {
  return activeDecisions(graph)
    .filter((each) => each.kind === 'BLOCK')
    .flatMap(identifiersNamed);
}

/** The number of ends of an identifier's intervals that lie before the moment of an attachment. */
function recordEvidence(
  { key, realm, person, attachments }: RecordState,
  all: readonly Attachment[],
  decisions: readonly Decision[],
): RecordEvidence {
  return {
    ...{ key, realm, person },
    attachments: attachments.map((each) => {
      const { identifier, type, namespace, capturedAt, status } = each;
      const ends = all.filter((other) => other.identifier === identifier && other.status === 'ACTIVE' && other.until);
      const told = each.since ?? capturedAt ?? Number.MAX_SAFE_INTEGER;
      const at = each.until ? Math.min(told, each.until - 1) : told;
      const cuts = decisions.filter((one) => one.kind === 'CUT' && identifiersNamed(one).includes(identifier));
      const moments = [...ends.map((other) => other.until), ...cuts.map((one) => one.cutAt)];
      const tenure = new Set(moments.filter((moment) => (moment ?? 0) <= at)).size;
      return { identifier, type, namespace, capturedAt, tenure, active: status === 'ACTIVE' };
    }),
  };
}

/** Which groups of records the graph holds, sorted like those of `resolve`. */
export function storedGroups(graph: MemoryGraph): RecordKey[][] {
  const live = [...graph.customers.values()].filter((node) => node.status === 'LIVE');
  const groups = live.map((node) => membersOf(graph, node.id).sort());
  return groups.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

/**
 * What a full recomputation by the oracle finds otherwise than the graph says it: who is who, what customers carry, how
 * identifiers stand.
 */
export function differences(graph: MemoryGraph, policy: Policy): string[] {
  const { facts, resolution } = recomputed(graph, policy);
  return [
    ...difference(storedCustomers(graph), recomputedCustomers(facts, resolution)),
    ...difference(storedIdentifiers(graph), recomputedIdentifiers(graph, policy, resolution)),
    ...difference(openReviews(graph), dueReviews(graph, resolution)),
  ];
}

/**
 * The same for the customers of some records. The statuses of identifiers are taken as they stand: one that only
 * records outside hold may wait to be relieved.
 */
export function differencesWithin(graph: MemoryGraph, policy: Policy, isInside: (key: RecordKey) => boolean): string[] {
  const generic = [...graph.identifiers.values()].filter((node) => node.status === 'GENERIC').map((node) => node.key);
  const { facts, resolution } = recomputed(graph, policy, new Set(generic));
  const inside = (customer: { readonly records: readonly RecordKey[] }): boolean => customer.records.some(isInside);
  const stored = storedCustomers(graph).filter(inside);
  return difference(stored, recomputedCustomers(facts, resolution).filter(inside));
}

/** The same for customers and statuses that a policy has reached while it is being applied: those of some records. */
export function differencesAround(graph: MemoryGraph, policy: Policy, records: readonly RecordKey[]): string[] {
  const { facts, resolution } = recomputed(graph, policy);
  const around = (customer: { readonly records: readonly RecordKey[] }): boolean =>
    customer.records.some((key) => records.includes(key));
  const held = new Set(records.flatMap((key) => graph.records.get(key)?.attachments.map((each) => each.identifier)));
  const holds = (each: object): boolean => 'key' in each && held.has(each.key as IdentifierKey);
  return [
    ...difference(storedCustomers(graph).filter(around), recomputedCustomers(facts, resolution).filter(around)),
    ...difference(
      storedIdentifiers(graph).filter(holds),
      recomputedIdentifiers(graph, policy, resolution).filter(holds),
    ),
  ];
}

function recomputed(
  graph: MemoryGraph,
  policy: Policy,
  generic: Evidence['generic'] = new Set(),
): { facts: Facts; resolution: Resolution } {
  const evidence = { ...evidenceOf(graph), generic };
  return { facts: readFacts(evidence, policy), resolution: resolveByTheBook(evidence, policy) };
}

/** Components that are too large, and sources that are held, wait by themselves and are told elsewhere. */
function openReviews(graph: MemoryGraph): object[] {
  const open = [...graph.reviews].filter((item) => !/^(OVERSIZED|SOURCE_HELD) /.test(item));
  return open.sort().map((review) => ({ review }));
}

/** What a steward should see: everything contested, generic, in conflict with itself, or not to be followed. */
function dueReviews(graph: MemoryGraph, resolution: Resolution): object[] {
  const generic = [...graph.identifiers.values()].filter((node) => node.status === 'GENERIC').map((node) => node.key);
  const due = [
    ...resolution.contested.map((each) => `CONTESTED ${each.identifier}`),
    ...generic.map((key) => `GENERIC ${key}`),
    ...resolution.selfConflicts.map((each) => `SELF_CONFLICT ${each.record}`),
    ...resolution.skippedDecisions.map((id) => `SKIPPED_DECISION ${id}`),
  ];
  return [...new Set(due)].sort().map((review) => ({ review }));
}

interface CustomerFacts {
  readonly records: readonly RecordKey[];
}

function difference(stored: readonly object[], recomputed: readonly object[]): string[] {
  const [is, ought] = [stored, recomputed].map((list) => list.map((each) => JSON.stringify(each)));
  const surplus = is?.filter((each) => !ought?.includes(each)).map((each) => `stored     ${each}`) ?? [];
  const missing = ought?.filter((each) => !is?.includes(each)).map((each) => `recomputed ${each}`) ?? [];
  return [...surplus, ...missing];
}

function recomputedCustomers(facts: Facts, resolution: Resolution): CustomerFacts[] {
  const troubled = troubledRecords(facts, resolution);
  const byKey = new Map(facts.evidence.records.map((record) => [record.key, record]));
  return resolution.groups.map((records) => {
    const group = records.flatMap((key) => byKey.get(key) ?? []);
    const holdsSide = facts.evidence.decisions.some(
      (each) => each.kind === 'NEVER' && sidesHeld(group, each, facts) > 0,
    );
    const constrained = holdsSide || records.some((key) => troubled.has(key));
    return { records, ...carried(group, facts), constrained };
  });
}

function recomputedIdentifiers(graph: MemoryGraph, policy: Policy, resolution: Resolution): object[] {
  const reasonsOf = (key: IdentifierKey): string[] => {
    const told = resolution.contested.filter((each) => each.identifier === key).flatMap((each) => each.reasons);
    return [...new Set(told)].sort();
  };
  const blocked = new Set(blockedByDecision(graph));
  const { records } = evidenceOf(graph);
  return [...graph.identifiers.values()].map(({ key, type, reason }) => {
    const isGeneric = everyTenureIsCrowded(records, key, policy.types[type]?.maxRecords ?? 0);
    const status = reason || blocked.has(key) ? 'BLOCKED' : isGeneric ? 'GENERIC' : 'LINKABLE';
    return { key, status, contestReasons: reasonsOf(key) };
  });
}

/** More records than one person would have hold the identifier in each tenure in which any does. */
function everyTenureIsCrowded(records: readonly RecordEvidence[], key: IdentifierKey, most: number): boolean {
  const held = records.flatMap((record) => record.attachments).filter((each) => each.identifier === key && each.active);
  const tenures = [...new Set(held.map((each) => each.tenure))];
  return tenures.length > 0 && tenures.every((tenure) => held.filter((each) => each.tenure === tenure).length > most);
}

function storedCustomers(graph: MemoryGraph): CustomerFacts[] {
  return storedGroups(graph).map((records) => {
    const owners = graph.memberships.filter((edge) => edge.toTx === null && records.includes(edge.record));
    const node = graph.customers.get(owners[0]?.customer as CustomerState['id']);
    if (!node) return { records };
    const { size, slots, persons, known, constrained } = node;
    return { records, size, slots: [...slots].sort(), persons: [...persons].sort(), known, constrained };
  });
}

function storedIdentifiers(graph: MemoryGraph): object[] {
  return [...graph.identifiers.values()].map(({ key, status, contested, contestReasons }) => {
    if (contested !== contestReasons.length > 0) throw new Error('contested and its reasons differ');
    return { key, status, contestReasons };
  });
}

function carried(group: Group, facts: Facts): object {
  const slots = [...slotsOf(group, facts).values()].flatMap((values) => [...values]);
  const known = facts.joining.some(
    ({ record, attachment }) => group.includes(record) && facts.policy.types[attachment.type]?.guard === 'no',
  );
  const persons = group.filter((record) => !isUnknown(record.person)).map((record) => personKey(record.person));
  return { size: group.length, slots: [...new Set(slots)].sort(), persons: [...new Set(persons)].sort(), known };
}

/** Records whose evidence component holds a contested identifier or a record in conflict with itself. */
function troubledRecords(facts: Facts, resolution: Resolution): Set<RecordKey> {
  const contested = new Set(resolution.contested.map((each) => each.identifier));
  const troubled = new Set(resolution.selfConflicts.map((each) => each.record));
  for (const { record, attachment } of facts.joining)
    if (contested.has(attachment.identifier)) troubled.add(record.key);
  for (let before = -1; before !== troubled.size;) {
    before = troubled.size;
    const spreading = new Set<IdentifierKey>(
      facts.joining.filter(({ record }) => troubled.has(record.key)).map(({ attachment }) => attachment.identifier),
    );
    for (const { record, attachment } of facts.joining)
      if (spreading.has(attachment.identifier)) troubled.add(record.key);
    for (const { kind, sides } of facts.evidence.decisions) {
      const named = sides.flatMap((side) => side.records);
      if (kind === 'ALWAYS' && named.some((key) => troubled.has(key))) for (const key of named) troubled.add(key);
    }
  }
  return troubled;
}
