// How often each type occurred, counted up to $most a subject, and when last.
UNWIND $subjects AS subject
UNWIND $types AS type
CALL (subject, type) {
  MATCH (interaction:Interaction)
  USING INDEX SEEK interaction:Interaction(subjectKey, type, occurredAt, id)
  WHERE interaction.subjectKey = subject AND interaction.type = type
    AND interaction.occurredAt <= datetime({epochMillis: $now}) AND interaction.id IS NOT NULL
    AND ($scope.all OR interaction.brandId IN $scope.brandIds)
  WITH interaction
  ORDER BY interaction.subjectKey DESC, interaction.type DESC, interaction.occurredAt DESC, interaction.id DESC
  LIMIT $most
  RETURN count(interaction) AS times, max(interaction.occurredAt.epochMillis) AS lastAt
}
WITH type, sum(times) AS times, max(lastAt) AS lastAt
WHERE times > 0
RETURN type, times, lastAt
