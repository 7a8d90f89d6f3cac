// Requests that were answered before, with their answers.
UNWIND $keys AS key
MATCH (request:IdempotentRequest {key: key})
RETURN request.key AS key, request.payloadHash AS payloadHash, request.outcomes AS outcomes
