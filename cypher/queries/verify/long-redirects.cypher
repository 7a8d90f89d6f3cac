// Former ids that answer in more than one hop, or nobody.
MATCH (former:Customer)
WHERE former.status = 'MERGED'
  AND (EXISTS { (former)-[:MERGED_INTO]->(:Customer {status: 'MERGED'}) } OR NOT EXISTS { (former)-[:MERGED_INTO]->() })
RETURN former.id AS subject
LIMIT $limit
