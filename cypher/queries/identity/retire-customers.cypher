// Ids that are no longer live: merged away, or emptied. One that was emptied before keeps the number of that moment.
MATCH (counter:Counter {id: 'transactions'})
WITH counter.value AS tx, datetime({epochMillis: $at}) AS at
UNWIND $rows AS row
MATCH (former:Customer {id: row.id})
SET former.retiredTx = CASE former.status WHEN 'LIVE' THEN tx ELSE former.retiredTx END,
    former.retiredAt = CASE former.status WHEN 'LIVE' THEN at ELSE former.retiredAt END,
    former.status = row.status,
    former.size = 0,
    former.constrained = false,
    former.unsettled = null,
    former.slots = null,
    former.persons = null
