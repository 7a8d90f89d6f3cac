// Customers that hold what was typed. Spaces, dashes and capitals do not matter, nor does the country code of a phone.
WITH trim($typed) AS typed
WITH typed, toLower(typed) AS lower,
     reduce(text = toUpper(typed), sign IN [' ', '-', '.', '/', '(', ')'] | replace(text, sign, '')) AS compact
WITH // As it was typed, in small letters (e-mail), in capitals, without separators (ids, cards), as Google reads an address.
     ['|' + typed, '|' + lower, '|' + toUpper(typed), '|' + compact,
      '|' + replace(split(split(lower, '@gmail.com')[0], '+')[0], '.', '') + '@gmail.com'] AS ends,
     CASE WHEN compact =~ '[+]?[0-9]{7,15}' THEN right(compact, 8) END AS endOfPhone
MATCH (identifier:Identifier)
WHERE any(end IN ends WHERE identifier.key ENDS WITH end)
   OR (identifier.key ENDS WITH endOfPhone AND identifier.type = 'PHONE')
MATCH (identifier)<-[:HAS_IDENTIFIER]-(record:SourceRecord)-[:RESOLVES_TO]->(customer:Customer)
RETURN customer.displayName AS customer, customer.id AS id, customer.size AS records,
       identifier.type AS type, identifier.display AS identifier, count(record) AS heldBy,
       coalesce(identifier.contested, false) AS contested, identifier.status AS status
ORDER BY heldBy DESC, customer, id
LIMIT 25
