// Events have gap-free numbers of their own (the counter keeps the last); changes are read back by the number of their
// transaction, and decisions found when their time is over.
CREATE CONSTRAINT identity_event_seq IF NOT EXISTS FOR (node:IdentityEvent) REQUIRE node.seq IS UNIQUE;
CREATE INDEX identity_event_tx IF NOT EXISTS FOR (node:IdentityEvent) ON (node.tx);
CREATE INDEX decision_expires_at IF NOT EXISTS FOR (node:Decision) ON (node.expiresAt);
CREATE INDEX decision_status IF NOT EXISTS FOR (node:Decision) ON (node.status, node.id);
CREATE INDEX resolves_to_from_tx IF NOT EXISTS FOR ()-[edge:RESOLVES_TO]-() ON (edge.fromTx);
CREATE INDEX was_resolved_to_from_tx IF NOT EXISTS FOR ()-[edge:WAS_RESOLVED_TO]-() ON (edge.fromTx);
CREATE INDEX was_resolved_to_to_tx IF NOT EXISTS FOR ()-[edge:WAS_RESOLVED_TO]-() ON (edge.toTx);
