// Locks a policy and reads it.
MATCH (policy:Policy {number: $number})
REMOVE policy.lock
WITH policy
RETURN policy.number AS number, policy.version AS version, policy.fingerprint AS fingerprint, policy.body AS body,
       policy.status AS status, policy.actor AS actor, policy.reason AS reason, policy.cursor AS cursor,
       policy.startedAt AS startedAt, policy.finishedAt AS finishedAt, policy.looked AS looked, policy.merged AS merged,
       policy.split AS split, policy.contested AS contested, policy.setAside AS setAside
