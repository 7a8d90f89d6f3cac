import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { DEFAULT_POLICY } from '../../../src/identity/policy/default-policy.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import { IdentityWorld, record } from '../../support/identity-world.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(120_000);

let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  await new IdentityWorld(graph).upsert([
    record('shop', '1', ['EMAIL', 'ana@correo.mx']),
    record('crm', '1', ['EMAIL', 'ana@correo.mx']),
  ]);
});
afterAll(() => graph.close());

const verify = (policy = DEFAULT_POLICY) => new VerifyService(graph, policy).verify();

async function corrupt(text: string): Promise<void> {
  const statement = statementOf<Record<string, never>, never>('test/corrupt', text, { access: 'write' });
  await graph.write('test.corrupt', (tx) => tx.run(statement, {}));
}

describe('verify', () => {
  test('a graph that the write path made is right', async () => {
    expect(await verify()).toEqual({ customers: 1, records: 2, unsettled: 0, tooLarge: 0, differences: [] });
  });

  test('another policy than that of the graph is the first thing to be said', async () => {
    const { differences } = await verify({ ...DEFAULT_POLICY, componentMax: 50 });
    expect(differences.map(({ kind, subject }) => [kind, subject])).toEqual([['RULES', 'policy']]);
  });

  test('a customer that waits for a later job is counted, and compared again once it is settled', async () => {
    await corrupt('MATCH (customer:Customer) SET customer.unsettled = true, customer.constrained = true');
    expect(await verify()).toMatchObject({ unsettled: 1, differences: [] });
    await corrupt('MATCH (customer:Customer) REMOVE customer.unsettled');
    expect((await verify()).differences.map((each) => each.kind)).toEqual(['CUSTOMER']);
  });
});
