import type {
  CustomerState,
  HeldTimes,
  Past,
  Reach,
  StoredIdentifier,
  Surroundings,
} from '../../../src/identity/engine/engine.types.js';
import type { Attachment, StoredRecord } from '../../../src/identity/records/record.types.js';
import type { FormerCustomer } from '../../../src/identity/resolution/assign-ids.js';
import type { CustomerId, IdentifierKey, RecordKey } from '../../../src/kernel/ids.js';
import {
  identifiersNamed,
  JOINING,
  recordsNamed,
  type Decision,
} from '../../../src/identity/decisions/decision.types.js';
import { activeDecisions, customerOf, holdersOf, leftIn, membersOf, type MemoryGraph } from './memory-graph.js';

/** Which of several customers an identifier answers with: Cypher's LIMIT 1 promises none in particular. */
export type Pick = (ids: readonly CustomerId[]) => CustomerId | null;

/** identity/lock-records, and the rows of identity/surroundings. */
export function readRecord(graph: MemoryGraph, key: RecordKey): StoredRecord[] {
  const record = graph.records.get(key);
  if (!record) return [];
  const attachments = record.attachments.map((each) => asStored(graph, each));
  const naming = activeDecisions(graph).filter((each) => recordsNamed(each).includes(key));
  const detached = naming.filter((each) => each.kind === 'DETACH').flatMap(identifiersNamed);
  return [{ ...record, attachments, detached, customerId: customerOf(graph, key), named: naming.length > 0 }];
}

/** Display and quality belong to the identifier, whoever said them first. */
function asStored(graph: MemoryGraph, attachment: Attachment): Attachment {
  const identifier = graph.identifiers.get(attachment.identifier);
  if (!identifier) throw new Error('an attachment leads to an identifier that was never created');
  const quality = identifier.reason === 'PLACEHOLDER' ? 'placeholder' : identifier.reason === 'ROLE' ? 'role' : 'ok';
  return { ...attachment, display: identifier.display, quality };
}

/** identity/lock-identifiers */
export function readIdentifier(graph: MemoryGraph, key: IdentifierKey, pick: Pick): StoredIdentifier[] {
  const node = graph.identifiers.get(key);
  if (!node) return [];
  const { status, contestReasons, reason, divided, cuts } = node;
  const attachments = holdersOf(graph, key).length;
  const customerId = status === 'LINKABLE' ? pick(customersHolding(graph, [key])) : null;
  const naming = activeDecisions(graph).filter((each) => identifiersNamed(each).includes(key));
  const blocks = naming.filter((each) => each.kind === 'BLOCK').map((each) => each.id);
  const named = naming.length > 0;
  return [{ key, status, contestReasons, attachments, customerId, named, blocks, reason, divided, cuts }];
}

function isNamed(graph: MemoryGraph, identifier: IdentifierKey): boolean {
  return activeDecisions(graph).some((each) => identifiersNamed(each).includes(identifier));
}

/** identity/decisions-on */
export function readDecisions(
  graph: MemoryGraph,
  records: readonly RecordKey[],
  identifiers: readonly IdentifierKey[],
): Decision[] {
  return activeDecisions(graph)
    .filter(
      (each) =>
        JOINING.includes(each.kind) &&
        (recordsNamed(each).some((key) => records.includes(key)) ||
          identifiersNamed(each).some((key) => identifiers.includes(key))),
    )
    .map(({ id, kind, actor, reason, decidedAt, expiresAt, payloadHash, skipped, sides }) => ({
      ...{ id, kind, actor, reason, decidedAt, expiresAt, payloadHash, skipped: skipped ?? false, sides },
    }));
}

/** identity/holders */
export function customersHolding(graph: MemoryGraph, keys: readonly IdentifierKey[]): CustomerId[] {
  const records = keys.flatMap((key) => holdersOf(graph, key));
  return [...new Set(records.flatMap((record) => customerOf(graph, record) ?? []))];
}

/** identity/lock-customers */
export function readCustomers(graph: MemoryGraph, ids: readonly CustomerId[]): CustomerState[] {
  return ids.flatMap((id) => {
    const node = graph.customers.get(id);
    if (node?.status !== 'LIVE') return [];
    const { status: _status, createdTx: _createdTx, retiredTx: _retiredTx, ...state } = node;
    return [state];
  });
}

/** identity/reach-by-records and identity/reach-by-identifiers */
export function readReach(
  graph: MemoryGraph,
  records: readonly RecordKey[],
  identifiers: readonly IdentifierKey[],
  pick: Pick,
): Reach {
  const linkable = identifiers.filter((key) => graph.identifiers.get(key)?.status === 'LINKABLE');
  return {
    records: pairs(records, (key) => customerOf(graph, key)),
    identifiers: pairs(linkable, (key) => pick(customersHolding(graph, [key]))),
  };
}

function pairs<Key>(keys: readonly Key[], valueOf: (key: Key) => CustomerId | null): Map<Key, CustomerId> {
  return new Map(
    keys.flatMap((key) => {
      const value = valueOf(key);
      return value ? [[key, value] as const] : [];
    }),
  );
}

/** identity/surroundings */
export function readSurroundings(graph: MemoryGraph, customers: readonly CustomerId[]): Surroundings {
  const records = customers.flatMap((id) => membersOf(graph, id)).flatMap((key) => readRecord(graph, key));
  const keys = new Set(records.flatMap((record) => record.attachments.map((each) => each.identifier)));
  const nodes = [...keys].flatMap((key) => graph.identifiers.get(key) ?? []);
  return {
    records,
    standings: new Map(
      nodes.map(({ key, status, contestReasons, divided, cuts }) => {
        return [key, { status, contestReasons, named: isNamed(graph, key), divided, cuts }];
      }),
    ),
  };
}

/** identity/held-times */
export function readTimes(graph: MemoryGraph, identifier: IdentifierKey): HeldTimes[] {
  return [...graph.records.values()].flatMap((record) =>
    record.attachments
      .filter((each) => each.identifier === identifier && each.status === 'ACTIVE')
      .map(({ since, until, capturedAt }) => ({ record: record.key, since, until, capturedAt })),
  );
}

/** identity/former-ids, identity/formers-of-records and identity/records-before */
export function readPast(graph: MemoryGraph, ids: readonly CustomerId[], returning: readonly RecordKey[]): Past {
  const had = (id: CustomerId): boolean =>
    leftIn(graph, id, graph.customers.get(id)?.retiredTx ?? null).some((key) => returning.includes(key));
  const edges = graph.redirects.filter((edge) => ids.includes(edge.into) || had(edge.from));
  const formers = edges.map(({ from, into }) => {
    const records = leftIn(graph, from, graph.customers.get(from)?.retiredTx ?? null);
    const holders = pairs(records, (key) => customerOf(graph, key));
    return { ...formerOf(graph, from), mergedInto: into, records, holders };
  });
  const merged = [...new Set(edges.map((edge) => edge.into))];
  return { formers, before: new Map(merged.map((id) => [id, recordsHeldBefore(graph, id, firstMerge(graph, id))])) };
}

function firstMerge(graph: MemoryGraph, into: CustomerId): number {
  return Math.min(...graph.redirects.filter((edge) => edge.into === into).map((edge) => edge.tx));
}

/** identity/records-before */
export function recordsHeldBefore(graph: MemoryGraph, customer: CustomerId, tx: number): RecordKey[] {
  const edges = graph.memberships.filter(
    (edge) => edge.customer === customer && edge.fromTx < tx && (edge.toTx ?? Infinity) >= tx,
  );
  return [...new Set(edges.map((edge) => edge.record))];
}

function formerOf(graph: MemoryGraph, id: CustomerId): Omit<FormerCustomer, 'records'> {
  const node = graph.customers.get(id);
  if (!node) throw new Error('no such customer');
  return { id, createdAt: node.createdAt, known: node.known };
}

/** identity/emptied-by */
export function readEmptiedBy(graph: MemoryGraph, records: readonly RecordKey[]): FormerCustomer[] {
  return [...graph.customers.values()].flatMap((node) => {
    if (node.status !== 'EMPTIED') return [];
    const gone = leftIn(graph, node.id, node.retiredTx).filter((key) => records.includes(key));
    return gone.length > 0 ? [{ ...formerOf(graph, node.id), records: gone }] : [];
  });
}
