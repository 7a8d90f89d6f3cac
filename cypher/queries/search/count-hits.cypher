// How many records hold each of several terms, counted up to a limit.
UNWIND $terms AS term
CALL (term) {
  CALL db.index.fulltext.queryNodes('record_search', term.query, {limit: $records}) YIELD node
  RETURN count(node) AS hits
}
RETURN term.index AS index, hits
