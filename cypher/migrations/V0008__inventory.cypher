// Changes of the brands and sources come one after the other: they lock this node, whose number tells a change.
CREATE CONSTRAINT inventory_id IF NOT EXISTS FOR (node:Inventory) REQUIRE node.id IS UNIQUE;
