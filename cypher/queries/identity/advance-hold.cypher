// Counts records that were let go or rejected.
MATCH (hold:SourceHold {id: $id})
SET hold.settled = hold.settled + $settled
