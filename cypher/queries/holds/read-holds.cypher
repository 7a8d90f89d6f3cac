// Holds by id, with how many records wait because of each.
UNWIND $ids AS id
MATCH (hold:SourceHold {id: id})
RETURN hold.id AS id, hold.source AS source, hold.job AS job, hold.status AS status, hold.cause AS cause,
       hold.since AS since, hold.windowMinutes AS windowMinutes, hold.records AS records, hold.merges AS merges,
       hold.largestCustomer AS largestCustomer, hold.largestGained AS largestGained,
       hold.actor AS actor, hold.reason AS reason,
       hold.decidedBy AS decidedBy, hold.decidedReason AS decidedReason, hold.decidedAt AS decidedAt,
       hold.finishedAt AS finishedAt, hold.passUntil AS passUntil, hold.settled AS settled,
       hold.payloadHash AS payloadHash, hold.decidedRequest AS decidedRequest, hold.decidedHash AS decidedHash,
       COUNT { MATCH (record:SourceRecord {hold: hold.id}) RETURN record } AS waiting,
       head([(hold)<-[:ABOUT]-(item:ReviewItem) | item.id]) AS reviewItemId
