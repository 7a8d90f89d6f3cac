import type { CustomerId } from '../../../src/kernel/ids.js';
import type { RecordState } from '../../../src/identity/records/record.types.js';
import { readInstant } from '../../../src/kernel/instants.js';
import type { Member } from '../../../src/profile/golden/member.types.js';
import { nestedAttributes } from '../../../src/profile/member-of-row.js';
import { customerOf, type MemoryGraph } from './memory-graph.js';

/** The records of each customer as the golden record reads them; all received at one moment, which no world shares. */
export function membersOf(graph: MemoryGraph, receivedAt: number): ReadonlyMap<CustomerId, Member[]> {
  const members = new Map<CustomerId, Member[]>();
  for (const record of graph.records.values()) {
    const customer = record.deleted ? null : customerOf(graph, record.key);
    if (customer !== null)
      members.set(customer, [...(members.get(customer) ?? []), memberOf(record, graph, receivedAt)]);
  }
  return members;
}

function memberOf(record: RecordState, graph: MemoryGraph, receivedAt: number): Member {
  const { key, source, recordId, sourceVersion, attributes, attachments } = record;
  const versionAt = sourceVersion === null ? null : (readInstant(sourceVersion)?.epochMs ?? null);
  const held = attachments.filter((each) => each.status !== 'DETACHED');
  return {
    ...{ key, source, recordId, receivedAt },
    capturedAt: record.capturedAt ?? versionAt,
    attributes: nestedAttributes(attributes),
    identifiers: held.flatMap(({ identifier, capturedAt, until }) => {
      const node = graph.identifiers.get(identifier);
      if (!node) return [];
      const { type, namespace, display, status, contested } = node;
      return [{ key: identifier, type, namespace, display, status, contested, capturedAt, until }];
    }),
  };
}
