// A lock is taken by removing this property, which nobody has: the node is locked and nothing is written. Cypher skips
// the removal of a name that the database has never seen, so it is made known here.
CREATE (node:Counter {id: 'lock-property', lock: 0}) DELETE node;
