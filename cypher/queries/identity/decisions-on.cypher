// Active decisions of the given kinds that name one of these, with all that they name.
CALL {
  UNWIND $records AS key
  MATCH (:SourceRecord {key: key})<-[:NAMES]-(decision:Decision)
  RETURN decision
  UNION
  UNWIND $identifiers AS key
  MATCH (:Identifier {key: key})<-[:NAMES]-(decision:Decision)
  RETURN decision
}
WITH decision
WHERE decision.kind IN $kinds
RETURN decision.id AS id,
       decision.kind AS kind,
       decision.actor AS actor,
       decision.reason AS reason,
       decision.decidedAt.epochMillis AS decidedAt,
       decision.expiresAt.epochMillis AS expiresAt,
       decision.payloadHash AS payloadHash,
       decision.skipped AS skipped,
       decision.sides AS sides,
       [(decision)-[name:NAMES]->(record:SourceRecord) | {side: name.side, key: record.key}] AS records,
       [(decision)-[name:NAMES]->(identifier:Identifier) | {side: name.side, key: identifier.key}] AS identifiers
