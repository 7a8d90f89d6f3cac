// Gives this transaction its gap-free number. Taken late, because the counter is locked until the commit.
MATCH (counter:Counter {id: 'transactions'})
SET counter.value = counter.value + 1
RETURN counter.value AS tx
