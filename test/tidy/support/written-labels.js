const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const STRING = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g;
const NODE = /\(\s*(\w*)\s*:\s*([A-Z]\w*)/g;
const KEYWORDS =
  /\b(OPTIONAL MATCH|MATCH|CREATE|MERGE|ON CREATE SET|ON MATCH SET|SET|REMOVE|DETACH DELETE|DELETE|WITH|RETURN|UNWIND|CALL|WHERE|FOREACH|ORDER BY|LIMIT|UNION)\b/g;
/**
 * The labels that a Cypher statement writes: nodes that CREATE or MERGE name with a label, labels that SET adds, nodes
 * whose properties it sets or removes, and nodes that it deletes, as far as the statement gives them a label. Sorted.
 */
export function writtenLabels(text) {
  const statement = text.replace(COMMENT, ' ').replace(STRING, "''");
  const labelOf = new Map([...statement.matchAll(NODE)].map(([, name, label]) => [name, label]));
  const labels = clausesOf(statement).flatMap(({ keyword, body }) => {
    if (/^(CREATE|MERGE)$/.test(keyword)) return [...body.matchAll(NODE)].map(([, , label]) => label);
    if (/(SET|REMOVE)$/.test(keyword))
      return [...addedLabels(body), ...namesSet(body).map((name) => labelOf.get(name))];
    if (/DELETE$/.test(keyword)) return namesIn(body).map((name) => labelOf.get(name));
    return [];
  });
  return [...new Set(labels.filter((label) => label !== undefined))].sort();
}
function clausesOf(statement) {
  const starts = [...statement.matchAll(KEYWORDS)];
  return starts.map((start, index) => ({
    keyword: start[0],
    body: statement.slice(start.index + start[0].length, starts[index + 1]?.index),
  }));
}
const addedLabels = (body) => [...body.matchAll(/\b\w+\s*:\s*([A-Z]\w*)/g)].map(([, label]) => label);
/** `node.property = …`, `node = …`, `node += …`: the names on the left of an assignment. */
const namesSet = (body) =>
  [...body.matchAll(/(?:^|,)\s*(\w+)\s*(?:\.\s*\w+\s*)?(?:\+?=|$|,)/g)].map((match) => match[1] ?? '');
const namesIn = (body) => [...body.matchAll(/\b[a-z]\w*\b/g)].map(([name]) => name);
//# sourceMappingURL=written-labels.js.map
