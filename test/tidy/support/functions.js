import ts from 'typescript';
/** The functions of a TypeScript or JavaScript file. The callback of `describe` is a heading, not a function. */
export function functionLengths(file) {
  const source = parse(file);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  return nodesOf(source)
    .filter((node) => ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && !isDescribed(node))
    .map((node) => {
      const line = lineOf(node.getStart(source));
      return { line, lines: lineOf(node.getEnd()) - line + 1 };
    });
}
/** The first arguments of the calls `cypher('module/name', …)` in a file. */
export function cypherCalls(file) {
  return nodesOf(parse(file)).flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'cypher') return [];
    const [name] = node.arguments;
    return name !== undefined && ts.isStringLiteral(name) ? [name.text] : [];
  });
}
function parse({ path, text }) {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
}
function nodesOf(source) {
  const nodes = [];
  const visit = (node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return nodes;
}
function isDescribed(node) {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}
//# sourceMappingURL=functions.js.map
