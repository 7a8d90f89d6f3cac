// A record no longer says that it has an identifier.
UNWIND $rows AS row
MATCH (:SourceRecord {key: row.record})-[held:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]->(:Identifier {key: row.identifier})
DELETE held
