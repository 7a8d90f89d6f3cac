import type { CustomerState } from '../../../src/identity/engine/engine.types.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type { RecordState } from '../../../src/identity/records/record.types.js';
import type { Evidence, RecordEvidence, Resolution } from '../../../src/identity/resolution/evidence.types.js';
import { isUnknown, personKey } from '../../../src/identity/resolution/persons/person-key.js';
import type { IdentifierKey, RecordKey } from '../../../src/kernel/ids.js';
import { type Group, slotsOf } from '../oracle/groups.js';
import { type Facts, readFacts } from '../oracle/linkable.js';
import { resolveByTheBook } from '../oracle/resolve-by-the-book.js';
import { holdersOf, membersOf, type MemoryGraph } from './memory-graph.js';

/** Everything that the graph says, as evidence: what identifiers are blocked is read off the values alone. */
export function evidenceOf(graph: MemoryGraph): Evidence {
  const live = [...graph.records.values()].filter((record) => !record.deleted);
  const attachments = live.flatMap((record) => record.attachments);
  const blocked = attachments.filter((each) => each.quality !== 'ok').map((each) => each.identifier);
  return { records: live.map(recordEvidence), decisions: [], blocked: new Set(blocked), generic: new Set() };
}

function recordEvidence({ key, realm, person, attachments }: RecordState): RecordEvidence {
  return {
    ...{ key, realm, person },
    attachments: attachments.map(({ identifier, type, namespace, capturedAt, tenure, status }) => {
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

/** What the graph says about a customer, and what a full recomputation says. */
export interface Comparison {
  readonly stored: unknown;
  readonly recomputed: unknown;
}

/** Everything that must be equal after each batch: groups, what customers carry, and how identifiers stand. */
export function compareWithOracle(graph: MemoryGraph, policy: Policy): Comparison {
  const evidence = evidenceOf(graph);
  const facts = readFacts(evidence, policy);
  const resolution = resolveByTheBook(evidence, policy);
  const troubled = troubledRecords(facts, resolution);
  const byKey = new Map(evidence.records.map((record) => [record.key, record]));
  const contested = new Map(resolution.contested.map((each) => [each.identifier, each.reasons]));
  return {
    stored: { customers: storedCustomers(graph), identifiers: storedIdentifiers(graph) },
    recomputed: {
      customers: resolution.groups.map((keys) => {
        const group = keys.flatMap((key) => byKey.get(key) ?? []);
        return { records: keys, ...carried(group, facts), constrained: keys.some((key) => troubled.has(key)) };
      }),
      identifiers: [...graph.identifiers.values()].map(({ key, type }) => {
        const crowd = holdersOf(graph, key).length;
        const isGeneric = crowd > (policy.types[type]?.maxRecords ?? 0);
        const status = graph.identifiers.get(key)?.reason ? 'BLOCKED' : isGeneric ? 'GENERIC' : 'LINKABLE';
        return { key, status, contestReasons: contested.get(key) ?? [] };
      }),
    },
  };
}

function storedCustomers(graph: MemoryGraph): unknown[] {
  return storedGroups(graph).map((records) => {
    const owners = graph.memberships.filter((edge) => edge.toTx === null && records.includes(edge.record));
    const node = graph.customers.get(owners[0]?.customer as CustomerState['id']);
    if (!node) return { records };
    const { size, slots, persons, known, constrained } = node;
    return { records, size, slots: [...slots].sort(), persons: [...persons].sort(), known, constrained };
  });
}

function storedIdentifiers(graph: MemoryGraph): unknown[] {
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
  }
  return troubled;
}

/** Every live record has one customer, of its realm, and a stub has none; former ids answer in one hop. */
export function faultsOf(graph: MemoryGraph): string[] {
  return [...membershipFaults(graph), ...formerIdFaults(graph)];
}

function membershipFaults(graph: MemoryGraph): string[] {
  const faults: string[] = [];
  for (const record of graph.records.values()) {
    const owners = graph.memberships.filter((edge) => edge.toTx === null && edge.record === record.key);
    if (owners.length !== (record.deleted ? 0 : 1)) faults.push(`${record.key} has ${owners.length} customers`);
    if (record.deleted && (record.attachments.length > 0 || Object.keys(record.attributes).length > 0))
      faults.push(`${record.key} is a stub with personal data`);
    const isLive = owners.every((edge) => graph.customers.get(edge.customer)?.status === 'LIVE');
    if (!isLive) faults.push(`${record.key} resolves to a former customer`);
  }
  for (const node of graph.customers.values()) {
    const members = membersOf(graph, node.id);
    const realms = new Set(members.map((key) => graph.records.get(key)?.realm));
    if (realms.size > 1) faults.push(`${node.id} spans realms`);
    if (members.length !== node.size) faults.push(`${node.id} has ${members.length} records and says ${node.size}`);
    if (node.status === 'LIVE' && members.length === 0) faults.push(`${node.id} is live and empty`);
  }
  return faults;
}

function formerIdFaults(graph: MemoryGraph): string[] {
  return [...graph.customers.values()].flatMap((node) => {
    const into = graph.redirects.filter((edge) => edge.from === node.id).map((edge) => edge.into);
    const faults: string[] = [];
    if (new Set(into).size !== into.length) faults.push(`${node.id} redirects twice to one customer`);
    if (node.status === 'MERGED' && into.length === 0) faults.push(`${node.id} leads nowhere`);
    if (node.status !== 'MERGED' && into.length > 0) faults.push(`${node.id} is ${node.status} and redirects`);
    if (into.includes(node.id)) faults.push(`${node.id} redirects to itself`);
    const statuses = into.map((id) => graph.customers.get(id)?.status);
    if (statuses.includes('MERGED')) faults.push(`${node.id} redirects in more than one hop`);
    return faults;
  });
}
