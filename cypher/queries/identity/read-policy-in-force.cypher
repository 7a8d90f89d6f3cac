// The policy in force, with the key rules of the graph.
MATCH (counter:Counter {id: 'transactions'})
MATCH (policy:Policy {number: counter.policy})
MATCH (rules:Setting {id: 'key-rules'})
RETURN rules.value AS keyRules, policy.number AS number, policy.version AS version, policy.fingerprint AS fingerprint, policy.body AS body,
       policy.status AS status, policy.actor AS actor, policy.reason AS reason, policy.cursor AS cursor,
       policy.startedAt AS startedAt, policy.finishedAt AS finishedAt, policy.looked AS looked, policy.merged AS merged,
       policy.split AS split, policy.contested AS contested, policy.setAside AS setAside
