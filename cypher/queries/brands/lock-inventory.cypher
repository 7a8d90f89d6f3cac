// Lets one change of the inventory come after the other, and numbers it.
MERGE (inventory:Inventory {id: 'inventory'})
SET inventory.version = coalesce(inventory.version, 0) + 1
RETURN inventory.version AS version
