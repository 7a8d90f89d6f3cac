// A steward decides about a hold: from here on it stops nothing more. What waits follows in steps.
MATCH (hold:SourceHold {id: $id})
SET hold += $properties,
    hold.decidedAt = datetime({epochMillis: $at}),
    hold.passUntil = CASE WHEN $passUntil IS NULL THEN null ELSE datetime({epochMillis: $passUntil}) END
WITH hold
MATCH (counter:Counter {id: 'transactions'})
SET counter.holds = $version
