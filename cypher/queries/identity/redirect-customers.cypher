// Former ids answer the customers that hold their records: every other answer goes.
UNWIND $rows AS row
MATCH (:Customer {id: row.id})-[old:MERGED_INTO]->(live:Customer)
WHERE NOT live.id IN row.into
DELETE old
