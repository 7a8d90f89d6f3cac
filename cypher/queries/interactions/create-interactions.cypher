// Interactions never seen before.
UNWIND $rows AS row
CREATE (interaction:Interaction)
SET interaction = row.properties,
    interaction.occurredAt = datetime({epochMillis: row.occurredAt}),
    interaction.receivedAt = datetime({epochMillis: row.receivedAt})
