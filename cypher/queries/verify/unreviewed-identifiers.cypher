// Contested or generic identifiers that no review item tells, by the record that holds them.
MATCH (identifier:Identifier)
WHERE (identifier.contested = true OR identifier.status = 'GENERIC')
  AND NOT EXISTS {
    MATCH (identifier)<-[:ABOUT]-(item:ReviewItem)
    WHERE item.status <> 'CLOSED'
  }
RETURN head([(identifier)<-[:HAS_IDENTIFIER]-(record:SourceRecord) | record.key]) AS subject
LIMIT $limit
