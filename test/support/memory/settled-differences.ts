import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type { RecordKey } from '../../../src/kernel/ids.js';
import { differencesWithin } from './graph-differences.js';
import { customerOf, type MemoryGraph, membersOf } from './memory-graph.js';

/**
 * What a recomputation finds otherwise, apart from the parts of the graph that hold an unsettled customer: these wait
 * for a walk without limit. A part is what customers and identifiers connect.
 */
export function settledDifferences(graph: MemoryGraph, policy: Policy): string[] {
  const waiting = [...graph.customers.values()].filter((node) => node.status === 'LIVE' && node.unsettled === true);
  const unsettled = connected(
    graph,
    waiting.flatMap((node) => membersOf(graph, node.id)),
  );
  const trusted = waiting
    .filter((node) => !node.constrained)
    .map((node) => `${node.id} is unsettled and not constrained`);
  return [...trusted, ...differencesWithin(graph, policy, (record) => !unsettled.has(record))];
}

function connected(graph: MemoryGraph, start: readonly RecordKey[]): Set<RecordKey> {
  const reached = new Set(start);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    const records = [...reached].flatMap((key) => graph.records.get(key) ?? []);
    const identifiers = new Set(records.flatMap((record) => record.attachments.map((each) => each.identifier)));
    const customers = new Set(records.flatMap((record) => customerOf(graph, record.key) ?? []));
    for (const record of graph.records.values()) {
      const isMember = customers.has(customerOf(graph, record.key) ?? ('' as never));
      if (isMember || record.attachments.some((each) => identifiers.has(each.identifier))) reached.add(record.key);
    }
  }
  return reached;
}
