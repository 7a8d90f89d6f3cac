// Remembers sources that spoke without being declared; what was declared meanwhile stays.
UNWIND $ids AS id
MERGE (source:Source {id: id})
ON CREATE SET source.declared = false, source.trust = $trust, source.firstSeenAt = datetime({epochMillis: $at})
