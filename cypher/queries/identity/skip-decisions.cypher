// ALWAYS decisions that cannot, or again can, be followed.
UNWIND $rows AS row
MATCH (decision:Decision {id: row.decision})
SET decision.skipped = CASE WHEN row.open THEN true ELSE null END
