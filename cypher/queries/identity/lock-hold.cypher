// Locks a hold and says how it stands.
MATCH (hold:SourceHold {id: $id})
REMOVE hold.lock
WITH hold
RETURN hold.status AS status
