// Puts a policy in force: every transaction that ends after this one decides by it. Customers follow in a walk.
MATCH (old:Policy {number: $after})
SET old.status = 'RETIRED'
WITH old
MATCH (counter:Counter {id: 'transactions'})
MATCH (setting:Setting {id: 'policy'})
SET counter.policy = old.number + 1, setting.value = $fingerprint
CREATE (policy:Policy {
  number: old.number + 1, status: 'APPLYING', cursor: '', looked: 0, merged: 0, split: 0, contested: 0, setAside: 0
})
SET policy += $properties, policy.fingerprint = $fingerprint, policy.startedAt = datetime({epochMillis: $at})
RETURN policy.number AS number
