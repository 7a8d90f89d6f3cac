// Answers of requests, kept in the transaction that did the work, so that a repetition does nothing twice.
UNWIND $rows AS row
CREATE (request:IdempotentRequest {key: row.key, payloadHash: row.payloadHash, outcomes: row.outcomes})
SET request.at = datetime({epochMillis: row.at})
