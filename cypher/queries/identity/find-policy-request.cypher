// The policy that a request put in force.
MATCH (policy:Policy {requestId: $requestId})
RETURN policy.payloadHash AS payloadHash, policy.number AS number, policy.version AS version, policy.fingerprint AS fingerprint, policy.body AS body,
       policy.status AS status, policy.actor AS actor, policy.reason AS reason, policy.cursor AS cursor,
       policy.startedAt AS startedAt, policy.finishedAt AS finishedAt, policy.looked AS looked, policy.merged AS merged,
       policy.split AS split, policy.contested AS contested, policy.setAside AS setAside
