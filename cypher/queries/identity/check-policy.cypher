// Which policy is in force, and stays so until this transaction ends: for one that takes no number.
MATCH (counter:Counter {id: 'transactions'})
REMOVE counter.lock
WITH counter
RETURN counter.policy AS policy
