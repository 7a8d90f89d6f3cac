// Matters that are settled by what the evidence says now, decided or not.
UNWIND $rows AS row
MATCH (item:ReviewItem {id: row.id})
WHERE item.status <> 'CLOSED'
SET item.status = 'CLOSED', item.closedAt = datetime({epochMillis: $at}), item.version = item.version + 1
