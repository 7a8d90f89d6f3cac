// Gives this transaction its gap-free number, and says which policy and which holds are in force. Taken late, because the
// counter is locked until the commit; whoever puts another policy or a hold in force waits for the same lock. Under it, adds
// what sources said to their flows, and says how these stood before.
MATCH (counter:Counter {id: 'transactions'})
SET counter.value = counter.value + 1
WITH counter, COLLECT {
  UNWIND $flows AS row
  MATCH (flow:SourceFlow {key: row.key})
  RETURN flow {.key, .records, .merges, .gained}
} AS before
FOREACH (row IN $flows |
  MERGE (flow:SourceFlow {key: row.key})
  ON CREATE SET flow.source = row.source, flow.from = datetime({epochMillis: row.from}),
                flow.records = 0, flow.merges = 0, flow.gained = 0
  SET flow.records = flow.records + row.records,
      flow.merges = flow.merges + row.merges,
      flow.gained = flow.gained + row.gained)
RETURN counter.value AS tx, counter.policy AS policy, counter.holds AS holds, before
