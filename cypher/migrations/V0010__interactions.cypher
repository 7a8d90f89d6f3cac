// Interactions are read in the order of time from the ranges of whom they hang on, by type where types are asked for;
// channels are looked up one by one.
CREATE CONSTRAINT interaction_id IF NOT EXISTS FOR (node:Interaction) REQUIRE node.id IS UNIQUE;
CREATE INDEX interaction_time IF NOT EXISTS FOR (node:Interaction) ON (node.subjectKey, node.occurredAt, node.id);
CREATE INDEX interaction_type IF NOT EXISTS FOR (node:Interaction) ON (node.subjectKey, node.type, node.occurredAt, node.id);
CREATE INDEX interaction_channel IF NOT EXISTS FOR (node:Interaction) ON (node.subjectKey, node.channel);
