import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';

type Row = Record<string, unknown>;
const NODES = `
  MATCH (node) WHERE NOT node:Migration AND NOT node:TestStep AND NOT node:TestOrder AND NOT node:Setting AND NOT node:Policy
  RETURN labels(node)[0] + ' ' + coalesce(node.key, node.id) AS name, properties(node) AS said
  ORDER BY name`;
const EDGES = `
  MATCH (from)-[edge]->(to)
  RETURN type(edge) + ' ' + coalesce(from.key, from.id) + ' ' + coalesce(to.key, to.id) AS name, properties(edge) AS said
  ORDER BY name, toString(edge.fromTx), toString(edge.toTx), toString(edge.side)`;

const scan = { access: 'read', scansLabel: true } as const;
const readNodes = statementOf<Record<string, never>, { name: string; said: Row }>('test/all-nodes', NODES, scan);
const readEdges = statementOf<Record<string, never>, { name: string; said: Row }>('test/all-edges', EDGES, scan);

/** Everything that the graph holds, one line each: two graphs of the same story have the same lines. */
export async function wholeStory(graph: Graph): Promise<string[]> {
  const rows = [...(await graph.lookup(readNodes, {})), ...(await graph.lookup(readEdges, {}))];
  return rows.map(({ name, said }) => `${name} ${JSON.stringify(sorted(said))}`);
}

function sorted(said: Row): Row {
  const entries = Object.entries(said).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
