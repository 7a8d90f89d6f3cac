// Customers whose name holds all the words that were typed, in any order.
WITH split(trim(toLower($name)), ' ') AS words
MATCH (customer:Customer {status: 'LIVE'})
WHERE all(word IN words WHERE toLower(customer.displayName) CONTAINS word)
RETURN customer.displayName AS customer, customer.id AS id, customer.size AS records, toString(date(customer.createdAt)) AS since
ORDER BY records DESC, customer, id
LIMIT 25
