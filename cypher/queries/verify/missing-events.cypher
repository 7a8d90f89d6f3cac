// Ids that ended in a transaction which no event tells.
MATCH (former:Customer)
WHERE former.status <> 'LIVE'
  AND NOT EXISTS {
    MATCH (former)<-[:CHANGED|RETIRED]-(event:IdentityEvent)
    WHERE event.tx = former.retiredTx
  }
RETURN former.id AS subject
LIMIT $limit
