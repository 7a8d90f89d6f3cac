// Sources and jobs that are held from now on. The counter says so to every transaction that ends after this one.
MATCH (counter:Counter {id: 'transactions'})
SET counter.holds = $version
WITH counter.value AS tx
UNWIND $rows AS row
CREATE (hold:SourceHold)
SET hold = row,
    hold.status = 'OPEN',
    hold.tx = tx,
    hold.since = datetime({epochMillis: $at}),
    hold.settled = 0
