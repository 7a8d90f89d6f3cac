// Forgets what a source, or one job of it, said lately: its windows begin anew.
MATCH (flow:SourceFlow)
WHERE flow.key STARTS WITH $prefix
DELETE flow
