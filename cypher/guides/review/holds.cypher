// Sources and jobs that are held, and those that were, the newest first.
MATCH (hold:SourceHold)
WITH hold ORDER BY hold.since DESC, hold.id LIMIT 50
RETURN hold.source AS source, hold.job AS job, hold.status AS status, hold.cause AS cause,
       left(toString(hold.since), 16) AS since, hold.records AS records, hold.merges AS merges,
       hold.largestCustomer AS grewMost, hold.largestGained AS byRecords,
       COUNT { MATCH (record:SourceRecord {hold: hold.id}) RETURN record } AS waiting,
       coalesce(hold.decidedReason, hold.reason) AS reason, coalesce(hold.decidedBy, hold.actor) AS by, hold.id AS holdId
ORDER BY since DESC, holdId
LIMIT 50
