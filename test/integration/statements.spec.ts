import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Graph } from '../../src/graph/graph.js';
import { statements } from '../../src/graph/statement.js';
import { testGraph } from '../support/test-graph.js';

jest.setTimeout(120_000);

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
let graph: Graph;

beforeAll(async () => {
  const modules = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.queries.ts'),
  );
  for (const file of modules) await import(`${SRC}${file}`);
  graph = await testGraph();
});
afterAll(() => graph.close());

test('every statement of the service compiles and is served by an index', async () => {
  expect(statements().length).toBeGreaterThan(0);
  expect(await graph.verifyStatements()).toEqual([]);
});
