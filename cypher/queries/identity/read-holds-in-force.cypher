// Sources and jobs that are held, and those that a steward released and nobody counts for a while.
MATCH (counter:Counter {id: 'transactions'})
RETURN counter.holds AS version,
       COLLECT {
         MATCH (hold:SourceHold {status: 'OPEN'})
         RETURN hold {.id, .source, .job} ORDER BY hold.id
       } AS open,
       COLLECT {
         MATCH (hold:SourceHold)
         WHERE hold.passUntil > datetime({epochMillis: $now})
         RETURN hold {.source, .job, until: hold.passUntil.epochMillis}
       } AS passes
