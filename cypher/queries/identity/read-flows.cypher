// What sources said in some steps of their windows.
UNWIND $keys AS key
MATCH (flow:SourceFlow {key: key})
RETURN flow.key AS key, flow.records AS records, flow.merges AS merges, flow.gained AS gained
