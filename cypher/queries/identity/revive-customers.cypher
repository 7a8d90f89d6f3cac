// Former ids that are live again.
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
SET customer.status = 'LIVE'
REMOVE customer.retiredTx, customer.retiredAt
