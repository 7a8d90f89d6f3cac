// What every process that writes must agree on: the rules that keys were made with and the policy of the partition.
CREATE CONSTRAINT setting_id IF NOT EXISTS FOR (node:Setting) REQUIRE node.id IS UNIQUE;
