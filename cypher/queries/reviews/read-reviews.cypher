// Review items by id, with what each is about and the customers that it concerns.
UNWIND $ids AS id
MATCH (item:ReviewItem {id: id})-[:ABOUT]->(about)
RETURN item.id AS id,
       item.kind AS kind,
       item.status AS status,
       item.version AS version,
       item.openedAt AS openedAt,
       item.reasons AS reasons,
       item.choice AS choice,
       item.decidedBy AS decidedBy,
       CASE WHEN about:Identifier THEN about {
         .key, .type, .namespace, .display, .status, contested: coalesce(about.contested, false),
         contestReasons: coalesce(about.contestReasons, [])
       } END AS identifier,
       CASE WHEN about:SourceRecord THEN about.key END AS record,
       CASE WHEN about:Decision THEN about.id END AS decisionId,
       CASE WHEN about:SourceHold THEN about.id END AS holdId,
       COLLECT {
         MATCH (about)<-[:HAS_IDENTIFIER*0..1]-(node)-[:RESOLVES_TO]->(customer:Customer)
         WHERE about:Identifier OR about:SourceRecord
         RETURN DISTINCT customer {.id, .size, .displayName}
         ORDER BY customer.id
         LIMIT $customers
       } + CASE WHEN about:Customer THEN [about {.id, .size, .displayName}] ELSE [] END AS customers
