// Interactions of each subject and type before a place, newest first.
// Of each range at most $scan interactions are looked at, and those that pass the filter are returned up to $limit. An
// index serves only when each of its properties is asked for, and its order when each is named; the hint is for a planner
// that has seen few interactions yet and would read them all.
UNWIND $ranges AS range
CALL (range) {
  CALL (range) {
    MATCH (interaction:Interaction)
    USING INDEX SEEK interaction:Interaction(subjectKey, type, occurredAt, id)
    WHERE interaction.subjectKey = range.subject AND interaction.type = range.type
      AND interaction.occurredAt = datetime({epochMillis: $at}) AND interaction.id < $id
    RETURN interaction
    ORDER BY interaction.subjectKey DESC, interaction.type DESC, interaction.occurredAt DESC, interaction.id DESC LIMIT $scan
    UNION ALL
    MATCH (interaction:Interaction)
    USING INDEX SEEK interaction:Interaction(subjectKey, type, occurredAt, id)
    WHERE interaction.subjectKey = range.subject AND interaction.type = range.type
      AND interaction.occurredAt < datetime({epochMillis: $at}) AND interaction.occurredAt >= datetime({epochMillis: $until})
      AND interaction.id IS NOT NULL
    RETURN interaction
    ORDER BY interaction.subjectKey DESC, interaction.type DESC, interaction.occurredAt DESC, interaction.id DESC LIMIT $scan
  }
  WITH interaction ORDER BY interaction.occurredAt DESC, interaction.id DESC LIMIT $scan
  WITH collect(interaction) AS looked
  RETURN CASE WHEN size(looked) < $scan THEN null
         ELSE [toString(looked[-1].occurredAt.epochMillis), looked[-1].id] END AS stoppedAt,
         [interaction IN looked WHERE
            ($scope.all OR interaction.brandId IN $scope.brandIds)
            AND ($brandIds IS NULL OR interaction.brandId IN $brandIds)
            AND ($channels IS NULL OR interaction.channel IN $channels)
            AND ($direction IS NULL OR interaction.direction = $direction)
         ][..$limit] AS passed
}
RETURN stoppedAt, [interaction IN passed | {
  properties: properties(interaction),
  occurredAt: interaction.occurredAt.epochMillis, receivedAt: interaction.receivedAt.epochMillis
}] AS interactions
