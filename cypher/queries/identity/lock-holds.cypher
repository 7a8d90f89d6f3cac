// Locks what says which holds are in force, so that no other comes between.
MATCH (counter:Counter {id: 'transactions'})
REMOVE counter.lock
