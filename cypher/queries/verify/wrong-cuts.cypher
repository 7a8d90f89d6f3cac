// Identifiers that are cut at other moments than the decisions that hold say.
MATCH (identifier:Identifier)
WHERE identifier.cuts IS NOT NULL OR EXISTS { (identifier)<-[:NAMES]-(:Decision {kind: 'CUT'}) }
WITH identifier,
     COLLECT { MATCH (identifier)<-[:NAMES]-(decision:Decision {kind: 'CUT'}) RETURN decision.cutAt ORDER BY decision.cutAt }
       AS decided
WHERE coalesce(identifier.cuts, []) <> decided
RETURN head(COLLECT {
         MATCH (identifier)<-[:HAS_IDENTIFIER]-(record:SourceRecord)
         RETURN record.key ORDER BY record.key LIMIT 1
       }) AS subject
LIMIT $limit
