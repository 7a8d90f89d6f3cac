// Decides a review item, once for each version of it.
MATCH (item:ReviewItem {id: $id})
REMOVE item.lock
WITH item, item.status = 'OPEN' AND item.version = $version AS isCurrent
FOREACH (_ IN CASE WHEN isCurrent THEN [1] ELSE [] END |
  SET item.status = 'DECIDED', item.choice = $choice, item.decidedBy = $actor,
      item.decidedAt = datetime({epochMillis: $at}), item.decidedReason = $reason)
RETURN isCurrent
