// The numbers of events before which one is missing, and the last number when the counter says another one.
MATCH (event:IdentityEvent)
WITH event.seq AS seq
ORDER BY seq
WITH collect(seq) AS numbers
MATCH (counter:Counter {id: 'transactions'})
WITH numbers, coalesce(counter.events, 0) AS last
WITH [at IN range(0, size(numbers) - 1) WHERE numbers[at] <> at + 1 | numbers[at]][..1] +
     CASE WHEN size(numbers) <> last THEN [last] ELSE [] END AS wrong
UNWIND wrong AS seq
RETURN toString(seq) AS subject
LIMIT $limit
