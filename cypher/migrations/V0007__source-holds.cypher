// Sources, or jobs of them, that are held because they joined too much; what waits for a steward because of one; and what
// sources said lately, by which that is told.
CREATE CONSTRAINT source_hold_id IF NOT EXISTS FOR (node:SourceHold) REQUIRE node.id IS UNIQUE;
CREATE INDEX source_hold_status IF NOT EXISTS FOR (node:SourceHold) ON (node.status);
CREATE INDEX source_hold_pass IF NOT EXISTS FOR (node:SourceHold) ON (node.passUntil);
CREATE INDEX source_record_hold IF NOT EXISTS FOR (node:SourceRecord) ON (node.hold);
CREATE CONSTRAINT source_flow_key IF NOT EXISTS FOR (node:SourceFlow) REQUIRE node.key IS UNIQUE;
CREATE INDEX source_flow_from IF NOT EXISTS FOR (node:SourceFlow) ON (node.from);
