// Former ids answer the customers that hold their records: the old answer goes.
UNWIND $ids AS id
MATCH (:Customer {id: id})-[old:MERGED_INTO]->(:Customer)
DELETE old
