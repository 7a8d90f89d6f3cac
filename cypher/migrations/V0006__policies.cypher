// Policies live in the graph: the counter says which one is in force, so that every transaction that takes its number sees it.
CREATE CONSTRAINT policy_number IF NOT EXISTS FOR (node:Policy) REQUIRE node.number IS UNIQUE;
CREATE INDEX policy_request IF NOT EXISTS FOR (node:Policy) ON (node.requestId);
CREATE INDEX policy_version IF NOT EXISTS FOR (node:Policy) ON (node.version);
