// Identifiers that join nobody: blocked ones (placeholders, offices, decisions), and those that too many records hold.
MATCH (identifier:Identifier)
WHERE identifier.status <> 'LINKABLE'
RETURN identifier.type AS type, identifier.display AS identifier, identifier.status AS status, identifier.reason AS reason,
       COUNT { (identifier)<-[:HAS_IDENTIFIER]-() } AS records, identifier.key AS key
ORDER BY records DESC, key
LIMIT 25
