// How many records hold each identifier.
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
RETURN key, COUNT { (identifier)<-[:HAS_IDENTIFIER]-() } AS attachments
