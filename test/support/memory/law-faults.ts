import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type { CustomerId, RecordKey } from '../../../src/kernel/ids.js';
import { activeDecisions, membersOf, type DecisionNode, type MemoryGraph } from './memory-graph.js';

/** Customers that hold two sides of a NEVER by the records that it names, though not within one record. */
export function brokenNevers(graph: MemoryGraph): string[] {
  const nevers = activeDecisions(graph).filter((each) => each.kind === 'NEVER');
  return live(graph).flatMap((id) => {
    const members = membersOf(graph, id);
    const broken = nevers.filter((each) => sidesAmong(each, members).length > 1);
    return broken.map((each) => `${id} holds sides ${sidesAmong(each, members).join()} of ${each.id}`);
  });
}

/** Customers with more in a slot than the policy allows, none of whose records an ALWAYS that holds joins. */
export function exceededCapacities(graph: MemoryGraph, policy: Policy): string[] {
  const always = activeDecisions(graph).filter((each) => each.kind === 'ALWAYS');
  return live(graph).flatMap((id) => {
    const members = membersOf(graph, id);
    if (always.some((each) => sidesAmong(each, members).length > 1)) return [];
    const slots = (graph.customers.get(id)?.slots ?? []).map((key) => key.split('|').slice(1, 3).join('|'));
    const over = [...new Set(slots)].filter((slot) => {
      const capacity = policy.types[slot.split('|')[0] ?? '']?.capacity ?? null;
      return capacity !== null && slots.filter((each) => each === slot).length > capacity;
    });
    return over.map((slot) => `${id} holds too many of ${slot}, and nobody decided it`);
  });
}

/** Sides of a decision that name one of the records. */
function sidesAmong({ sides }: DecisionNode, members: readonly RecordKey[]): number[] {
  return sides.flatMap(({ records }, side) => (records.some((key) => members.includes(key)) ? [side] : []));
}

function live(graph: MemoryGraph): CustomerId[] {
  return [...graph.customers.values()].filter((node) => node.status === 'LIVE').map((node) => node.id);
}
