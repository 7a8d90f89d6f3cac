import { Graph, type GraphHooks } from '../../src/graph/graph.js';
import { migrate } from '../../src/graph/migrator.js';
import { statementOf } from '../../src/graph/statement.js';
import type { GraphOptions } from '../../src/graph/sessions.js';

type Nothing = Record<string, never>;

/** Nodes deleted in one transaction. */
const AT_ONCE = 5_000;

const deleteSome = statementOf<{ limit: number }, { deleted: number }>(
  'test/delete-some',
  'MATCH (node) WHERE NOT node:Migration WITH node LIMIT toInteger($limit) DETACH DELETE node RETURN count(*) AS deleted',
  { access: 'write' },
);
const resetCounter = statementOf<Nothing, never>(
  'test/reset-counter',
  "MERGE (counter:Counter {id: 'transactions'}) SET counter.value = 0, counter.events = 0",
  { access: 'write' },
);

/** Coordinates of the database for tests, which the test runner provides. */
export function testGraphOptions(): GraphOptions {
  const {
    HUELLA_TEST_NEO4J_URI: uri,
    HUELLA_TEST_NEO4J_USER: user,
    HUELLA_TEST_NEO4J_PASSWORD: password,
  } = process.env;
  if (!uri) throw new Error('HUELLA_TEST_NEO4J_URI is not set: start the tests with `npm test`');
  return { uri, user: user ?? 'neo4j', password: password ?? '', explainFaults: true };
}

/** A migrated graph; close it in `afterAll`. */
export async function testGraph(hooks: GraphHooks = {}): Promise<Graph> {
  const graph = new Graph(testGraphOptions(), hooks);
  await migrate(graph);
  return graph;
}

/** Deletes everything but the record of migrations. Refused unless the test runner made the database itself. */
export async function emptyGraph(graph: Graph): Promise<void> {
  if (process.env.HUELLA_TEST_NEO4J_OWNED !== 'true') {
    throw new Error('refusing to empty a database that the test runner did not make (HUELLA_TEST_NEO4J_OWNED)');
  }
  for (let deleted = AT_ONCE; deleted === AT_ONCE;) {
    deleted = await graph.write('test.empty', async (tx) => {
      const row = await tx.one(deleteSome, { limit: AT_ONCE });
      await tx.run(resetCounter, {});
      return row?.deleted ?? 0;
    });
  }
}
