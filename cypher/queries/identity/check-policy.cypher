// Which policy and which holds are in force, and stay so until this transaction ends: for one that takes no number.
MATCH (counter:Counter {id: 'transactions'})
REMOVE counter.lock
WITH counter
RETURN counter.policy AS policy, counter.holds AS holds, [] AS before
