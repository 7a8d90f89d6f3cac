import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type { CustomerId, RecordKey } from '../../../src/kernel/ids.js';
import { type CustomerNode, customerOf, membersOf, type MemoryGraph, recordsAtTheEnd } from './memory-graph.js';

/**
 * What must never be, whatever happened: a live record without exactly one customer of its realm, a stub with one or
 * with personal data, a slot above its capacity, a former id that does not answer in one hop.
 */
export function faultsOf(graph: MemoryGraph, policy: Policy): string[] {
  const customers = [...graph.customers.values()];
  return [
    ...[...graph.records.keys()].flatMap((key) => recordFaults(graph, key)),
    ...customers.flatMap((node) => customerFaults(graph, node)),
    // An ALWAYS decision joins whatever the capacities say.
    ...(hasAlways(graph) ? [] : customers.flatMap((node) => slotFaults(node, policy))),
    ...customers.flatMap((node) => formerIdFaults(graph, node)),
  ];
}

function recordFaults(graph: MemoryGraph, key: RecordKey): string[] {
  const record = graph.records.get(key);
  const owners = graph.memberships.filter((edge) => edge.toTx === null && edge.record === key);
  const faults: string[] = [];
  if (owners.length !== (record?.deleted ? 0 : 1)) faults.push(`${key} has ${owners.length} customers`);
  const said = (record?.attachments.length ?? 0) + Object.keys(record?.attributes ?? {}).length;
  if (record?.deleted && said > 0) faults.push(`${key} is a stub with personal data`);
  const isLive = owners.every((edge) => graph.customers.get(edge.customer)?.status === 'LIVE');
  return isLive ? faults : [...faults, `${key} resolves to a former customer`];
}

function customerFaults(graph: MemoryGraph, node: CustomerNode): string[] {
  const members = membersOf(graph, node.id);
  const realms = new Set(members.map((key) => graph.records.get(key)?.realm));
  const faults: string[] = [];
  if (realms.size > 1) faults.push(`${node.id} spans realms`);
  if (members.length !== node.size) faults.push(`${node.id} has ${members.length} records and says ${node.size}`);
  if (node.status === 'LIVE' && members.length === 0) faults.push(`${node.id} is live and empty`);
  return faults;
}

function hasAlways(graph: MemoryGraph): boolean {
  return [...graph.decisions.values()].some((each) => each.kind === 'ALWAYS');
}

function slotFaults({ id, slots }: CustomerNode, policy: Policy): string[] {
  const names = slots.map((key) => key.split('|').slice(1, 3).join('|'));
  return [...new Set(names)].flatMap((name) => {
    const held = names.filter((each) => each === name).length;
    const capacity = policy.types[name.split('|')[0] ?? '']?.capacity ?? 0;
    return held > capacity ? [`${id} holds ${held} of ${name}`] : [];
  });
}

function formerIdFaults(graph: MemoryGraph, node: CustomerNode): string[] {
  const into = graph.redirects.filter((edge) => edge.from === node.id).map((edge) => edge.into);
  const faults: string[] = [];
  if (new Set(into).size !== into.length) faults.push(`${node.id} redirects twice to one customer`);
  if (node.status === 'MERGED' && into.length === 0) faults.push(`${node.id} leads nowhere`);
  if (node.status !== 'MERGED' && into.length > 0) faults.push(`${node.id} is ${node.status} and redirects`);
  if (into.some((id) => graph.customers.get(id)?.status === 'MERGED')) faults.push(`${node.id} needs several hops`);
  if (node.status === 'MERGED') faults.push(...missingHolders(graph, node.id, into));
  return faults;
}

/** "Every live customer that holds a record it had when retired." */
function missingHolders(graph: MemoryGraph, id: CustomerId, into: readonly CustomerId[]): string[] {
  const holders = new Set(recordsAtTheEnd(graph, id).flatMap((key) => customerOf(graph, key) ?? []));
  return [...holders].filter((each) => !into.includes(each)).map((each) => `${id} does not lead to ${each}`);
}
