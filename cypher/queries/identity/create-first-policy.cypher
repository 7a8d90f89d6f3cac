// The policy that an empty graph is started with.
MATCH (counter:Counter {id: 'transactions'})
CREATE (policy:Policy {number: 1, status: 'ACTIVE', looked: 0, merged: 0, split: 0, contested: 0, setAside: 0})
SET policy += $properties,
    policy.startedAt = datetime({epochMillis: $at}),
    policy.finishedAt = datetime({epochMillis: $at}),
    counter.policy = 1
