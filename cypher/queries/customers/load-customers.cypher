// Customers by their own ids, live or not.
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN customer { .id, .createdAt, .size, .constrained, .displayName } AS customer
