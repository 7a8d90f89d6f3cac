// What was bought and returned of each item after $after, by item. Reads purchases and returns, and nothing else.
UNWIND $subjects AS subject
UNWIND $purchases + $returns AS type
MATCH (interaction:Interaction)
USING INDEX SEEK interaction:Interaction(subjectKey, type, occurredAt, id)
WHERE interaction.subjectKey = subject AND interaction.type = type
  AND interaction.occurredAt IS NOT NULL AND interaction.id IS NOT NULL
  AND ($scope.all OR interaction.brandId IN $scope.brandIds)
UNWIND range(0, size(coalesce(interaction.itemIds, [])) - 1) AS at
WITH interaction.itemIds[at] AS itemId, interaction.itemQuantities[at] AS quantity,
     type IN $purchases AS isPurchase, interaction.occurredAt.epochMillis AS occurredAt
WHERE itemId > $after
WITH itemId,
     sum(CASE WHEN isPurchase THEN quantity ELSE 0.0 END) AS bought,
     sum(CASE WHEN isPurchase THEN 0.0 ELSE quantity END) AS returned,
     max(CASE WHEN isPurchase THEN occurredAt END) AS lastBoughtAt
WHERE bought - returned > 0.0000005
RETURN itemId, bought, returned, lastBoughtAt ORDER BY itemId LIMIT $limit
