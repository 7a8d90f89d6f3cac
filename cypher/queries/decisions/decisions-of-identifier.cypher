// The active BLOCK decisions of an identifier and the moments of its CUTs, those that a request ended, and whether it was blocked from the start.
MATCH (identifier:Identifier {key: $key})
RETURN identifier.reason AS reason,
       [(identifier)<-[:NAMES]-(decision:Decision {kind: 'BLOCK'}) | decision.id] AS blocks,
       [(identifier)<-[:NAMES]-(decision:Decision {kind: 'CUT'}) | decision.cutAt.epochMillis] AS cuts,
       [(identifier)<-[:NAMED]-(decision:Decision {kind: 'BLOCK'}) WHERE decision.endedBy = $by | decision.id] AS ended
