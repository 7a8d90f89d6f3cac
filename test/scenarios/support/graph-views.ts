import { statementOf } from '../../../src/graph/statement.js';

const read = { access: 'read' } as const;

/** Whose a record is. */
export const customerIdOfRecord = statementOf<{ key: string }, { id: string }>(
  'scenarios/customer-id-of-record',
  'MATCH (:SourceRecord {key: $key})-[:RESOLVES_TO]->(customer:Customer) RETURN customer.id AS id',
  read,
);

/** The customer of a record, with all its records, as the graph has them. */
export const customerOfRecord = statementOf<
  { key: string },
  { id: string; createdAt: number; size: number; constrained: boolean; records: string[] }
>(
  'scenarios/customer-of-record',
  `MATCH (:SourceRecord {key: $key})-[:RESOLVES_TO]->(customer:Customer)
   RETURN customer.id AS id, customer.createdAt.epochMillis AS createdAt, customer.size AS size,
          customer.constrained AS constrained,
          COLLECT { MATCH (customer)<-[:RESOLVES_TO]-(record:SourceRecord)
                    RETURN record.source + '/' + record.recordId AS name ORDER BY name } AS records`,
  read,
);

/** Where a customer id leads. */
export const customerById = statementOf<{ id: string }, { status: string; into: string[] }>(
  'scenarios/customer-by-id',
  `MATCH (customer:Customer {id: $id})
   RETURN customer.status AS status, COLLECT {
     MATCH (customer)-[:MERGED_INTO]->(live:Customer) RETURN live.id ORDER BY live.id
   } AS into`,
  read,
);

/** An identifier by a value that some record sent for it. */
export const identifierBySent = statementOf<
  { type: string; value: string },
  { status: string; contested: boolean | null; reasons: string[] | null; because: string | null }
>(
  'scenarios/identifier-by-sent',
  `MATCH (:SourceRecord)-[held:HAS_IDENTIFIER]->(identifier:Identifier {type: $type})
   WHERE held.raw = $value
   RETURN DISTINCT identifier.status AS status, identifier.contested AS contested,
          identifier.contestReasons AS reasons, identifier.reason AS because`,
  read,
);

/** The customers that an identifier may be looked up by: of one that links and is not contested. */
export const holdersBySent = statementOf<{ type: string; value: string }, { id: string }>(
  'scenarios/holders-by-sent',
  `MATCH (customer:Customer)<-[:RESOLVES_TO]-(:SourceRecord)-[:HAS_IDENTIFIER]->(identifier:Identifier {type: $type})
   WHERE identifier.status = 'LINKABLE' AND coalesce(identifier.contested, false) = false
     AND EXISTS { MATCH (identifier)<-[held:HAS_IDENTIFIER]-() WHERE held.raw = $value }
   RETURN DISTINCT customer.id AS id`,
  read,
);

/** What a record says: its attachments as they were sent, and its properties. */
export const recordByKey = statementOf<
  { key: string },
  { properties: Record<string, unknown>; held: { type: string; namespace: string; value: string }[] }
>(
  'scenarios/record-by-key',
  `MATCH (record:SourceRecord {key: $key})
   WHERE record.deleted IS NULL
   RETURN record {.*, capturedAt: null, receivedAt: null} AS properties, COLLECT {
     MATCH (record)-[held:HAS_IDENTIFIER]->(identifier:Identifier)
     RETURN {type: identifier.type, namespace: identifier.namespace, value: held.raw} AS sent
   } AS held`,
  read,
);

/** Distinct identifiers of a record's customer, a page at a time. */
export const identifierPage = statementOf<{ key: string; after: string; first: number }, { key: string }>(
  'scenarios/identifier-page',
  `MATCH (:SourceRecord {key: $key})-[:RESOLVES_TO]->(customer:Customer)
   MATCH (customer)<-[:RESOLVES_TO]-(:SourceRecord)-[:HAS_IDENTIFIER]->(identifier:Identifier)
   WHERE identifier.key > $after
   RETURN DISTINCT identifier.key AS key ORDER BY key LIMIT $first`,
  read,
);
