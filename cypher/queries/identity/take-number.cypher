// Gives this transaction its gap-free number, and says which policy is in force. Taken late, because the counter is locked
// until the commit; whoever puts another policy in force waits for the same lock.
MATCH (counter:Counter {id: 'transactions'})
SET counter.value = counter.value + 1
RETURN counter.value AS tx, counter.policy AS policy
