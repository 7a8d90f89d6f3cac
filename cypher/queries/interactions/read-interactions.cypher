// Interactions that are stored under these ids, with a digest of what they say.
UNWIND $ids AS id
MATCH (interaction:Interaction {id: id})
RETURN id, interaction.contentHash AS contentHash
