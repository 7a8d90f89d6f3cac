// Records that resolve to nobody or to several customers, and stubs that resolve to somebody.
MATCH (record:SourceRecord)
WITH record, COUNT { (record)-[:RESOLVES_TO]->() } AS customers
WHERE customers <> CASE WHEN record.deleted THEN 0 ELSE 1 END
RETURN record.key AS key, customers
ORDER BY key
LIMIT $limit
