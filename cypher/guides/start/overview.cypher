// How much there is: customers, the records they are made of, and what waits for a steward.
RETURN COUNT { (:Customer {status: 'LIVE'}) } AS customers,
       COUNT { (:SourceRecord)-[:RESOLVES_TO]->() } AS records,
       COUNT { (:Identifier) } AS identifiers,
       COUNT { (:Identifier {contested: true}) } AS contested,
       COUNT { (:Decision {status: 'ACTIVE'}) } AS decisions,
       COUNT { (:ReviewItem {status: 'OPEN'}) } AS openItems
LIMIT 1
