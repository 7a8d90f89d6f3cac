// On which of the channels any of the subjects was seen, of one brand or of any.
UNWIND $channels AS channel
WITH channel
WHERE any(subject IN $subjects WHERE EXISTS {
  MATCH (interaction:Interaction)
  USING INDEX SEEK interaction:Interaction(subjectKey, channel)
  WHERE interaction.subjectKey = subject AND interaction.channel = channel
    AND ($scope.all OR interaction.brandId IN $scope.brandIds)
    AND ($brandId IS NULL OR interaction.brandId = $brandId)
})
RETURN channel
