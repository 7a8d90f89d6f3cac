// The active BLOCK decisions of an identifier, and whether it was blocked from the start.
MATCH (identifier:Identifier {key: $key})
RETURN identifier.reason AS reason,
       [(identifier)<-[:NAMES]-(decision:Decision {kind: 'BLOCK'}) | decision.id] AS blocks
