// Review items are listed by status, kind and age.
CREATE INDEX review_item_status IF NOT EXISTS FOR (node:ReviewItem) ON (node.status, node.kind, node.openedAt);
CREATE INDEX review_item_opened_at IF NOT EXISTS FOR (node:ReviewItem) ON (node.openedAt);
