// What people may search a record by: its words, folded by the service, so that the index only has to split them. It
// follows the writes a moment later and costs them no time.
CREATE FULLTEXT INDEX record_search IF NOT EXISTS FOR (node:SourceRecord) ON EACH [node.searchText]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: true}};
