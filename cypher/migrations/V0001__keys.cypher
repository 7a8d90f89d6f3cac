// One key per label, and the counter that gives transactions their gap-free numbers.
// A migration may be applied again after a crash half-way, so every statement must be repeatable.
CREATE CONSTRAINT customer_id IF NOT EXISTS FOR (node:Customer) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT identifier_key IF NOT EXISTS FOR (node:Identifier) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT source_record_key IF NOT EXISTS FOR (node:SourceRecord) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT brand_id IF NOT EXISTS FOR (node:Brand) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (node:Source) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (node:Decision) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT identity_event_id IF NOT EXISTS FOR (node:IdentityEvent) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT review_item_id IF NOT EXISTS FOR (node:ReviewItem) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT idempotent_request_key IF NOT EXISTS FOR (node:IdempotentRequest) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT counter_id IF NOT EXISTS FOR (node:Counter) REQUIRE node.id IS UNIQUE;
MERGE (counter:Counter {id: 'transactions'}) ON CREATE SET counter.value = 0;
