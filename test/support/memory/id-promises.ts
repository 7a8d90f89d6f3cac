import type { CustomerId, RecordKey } from '../../../src/kernel/ids.js';
import { type CustomerNode, customerOf, leftIn, membersOf, type MemoryGraph, recordsAtTheEnd } from './memory-graph.js';

/** What a batch must not do to ids: given the graph before and after it, the promises that it broke. */
export function brokenPromises(before: MemoryGraph, after: MemoryGraph): string[] {
  return [...before.customers.values()].flatMap((node) => [
    ...(after.customers.has(node.id) ? [] : [`${node.id} is unknown`]),
    ...(node.status === 'LIVE' ? [...keptWhole(node, before, after), ...keptApart(node, before, after)] : []),
    ...createdLater(node, after),
    ...answers(node.id, after),
  ]);
}

/** A customer with the same records as before keeps its id, whatever happens around it. */
function keptWhole({ id }: CustomerNode, before: MemoryGraph, after: MemoryGraph): string[] {
  const records = membersOf(before, id);
  const owners = new Set(records.map((key) => customerOf(after, key)));
  const [owner] = owners;
  if (owners.size !== 1 || !owner || owner === id) return [];
  return membersOf(after, owner).length === records.length
    ? [`${id} has the records it had and is called ${owner}`]
    : [];
}

/** One that falls apart, with nobody else's records and no merge in its past, keeps its id for most of its records. */
function keptApart({ id }: CustomerNode, before: MemoryGraph, after: MemoryGraph): string[] {
  if (before.redirects.some((edge) => edge.into === id)) return [];
  const records = membersOf(before, id);
  const parts = new Map<CustomerId, RecordKey[]>();
  for (const key of records) {
    const owner = customerOf(after, key);
    if (owner) parts.set(owner, [...(parts.get(owner) ?? []), key]);
  }
  const isPure = [...parts].every(([owner, part]) => membersOf(after, owner).length === part.length);
  const largest = Math.max(...[...parts.values()].map((part) => part.length));
  if (!isPure || parts.size === 0 || parts.get(id)?.length === largest) return [];
  return [`${id} fell apart and does not keep its ${largest} records`];
}

/** `createdAt` only ever becomes earlier. */
function createdLater({ id, createdAt }: CustomerNode, after: MemoryGraph): string[] {
  return (after.customers.get(id)?.createdAt ?? createdAt) > createdAt ? [`${id} became younger`] : [];
}

/**
 * LIVE, EMPTIED, or merged into customers that live or were emptied. Where it leads to several, these hold records that it
 * had, unless all of those were deleted.
 */
function answers(id: CustomerId, after: MemoryGraph): string[] {
  const node = after.customers.get(id);
  if (node?.status !== 'MERGED') return [];
  const into = after.redirects.filter((edge) => edge.from === id).map((edge) => edge.into);
  const live = into.filter((each) => after.customers.get(each)?.status === 'LIVE');
  const had = recordsAtTheEnd(after, id);
  const returned = leftIn(after, id, node.retiredTx);
  const holders = new Set([...had, ...returned].flatMap((key) => customerOf(after, key) ?? []));
  const idle = live.length > 1 && holders.size > 0 ? live.filter((each) => !holders.has(each)) : [];
  const isLost = live.length === 0 && had.some((key) => customerOf(after, key) !== null);
  return [
    ...idle.map((each) => `${id} leads to ${each}, which holds no record of it`),
    ...(isLost ? [`${id} leads nowhere and its records live`] : []),
  ];
}
