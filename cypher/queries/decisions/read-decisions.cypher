// Decisions by id, whether they hold or not, with all that they name or named.
UNWIND $ids AS id
MATCH (decision:Decision {id: id})
RETURN decision.id AS id,
       decision.kind AS kind,
       decision.status AS status,
       decision.actor AS actor,
       decision.reason AS reason,
       decision.decidedAt.epochMillis AS decidedAt,
       decision.expiresAt.epochMillis AS expiresAt,
       decision.endedAt.epochMillis AS endedAt,
       decision.endedBy AS endedBy,
       decision.cutAt.epochMillis AS cutAt,
       decision.payloadHash AS payloadHash,
       decision.sides AS sides,
       [(decision)-[name:NAMES|NAMED]->(record:SourceRecord) | {side: name.side, key: record.key}] AS records,
       [(decision)-[name:NAMES|NAMED]->(identifier:Identifier) | {
         side: name.side, key: identifier.key, type: identifier.type, namespace: identifier.namespace,
         display: identifier.display
       }] AS identifiers
