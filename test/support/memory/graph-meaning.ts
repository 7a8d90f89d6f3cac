import type { RecordState } from '../../../src/identity/records/record.types.js';
import { storedGroups } from './graph-differences.js';
import type { MemoryGraph } from './memory-graph.js';

/** What a graph says apart from ids, numbers and times of arrival: two deliveries of the same statements agree on it. */
export function meaningOf(graph: MemoryGraph): object {
  const held = new Set(
    [...graph.records.values()].flatMap((record) => record.attachments.map((each) => each.identifier)),
  );
  const identifiers = [...graph.identifiers.values()].filter((node) => held.has(node.key));
  return {
    records: [...graph.records.values()].map(recordMeaning).sort(byKey),
    groups: storedGroups(graph),
    identifiers: identifiers.map(({ key, status, contestReasons }) => ({ key, status, contestReasons })).sort(byKey),
  };
}

function recordMeaning(record: RecordState): { key: string } {
  const { receivedAt: _receivedAt, attachments, ...rest } = record;
  const held = [...attachments].sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
  return { ...rest, ...{ attachments: held } };
}

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : 1;
}
