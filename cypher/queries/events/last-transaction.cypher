// The number of the last transaction that changed who is who.
MATCH (counter:Counter {id: 'transactions'})
RETURN counter.value AS tx
