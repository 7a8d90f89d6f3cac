import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { DEFAULT_POLICY } from '../../../src/identity/policy/default-policy.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import { recordKey } from '../../../src/kernel/ids.js';
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

const ISSUER = 'https://login.tienda.mx';

describe('a corruption is found and named', () => {
  beforeEach(async () => {
    const world = new IdentityWorld(graph);
    const phone: [string, string] = ['PHONE', '+525512345678'];
    await world.upsert([record('web', '1', phone)]);
    await world.upsert([record('web', '2', phone, ['EMAIL', 'ana@correo.mx'])]);
    const named = (recordId: string, givenName: string) => ({
      ...record('home', recordId, ['PHONE', '+525598765432']),
      attributes: { givenName },
    });
    await world.upsert([named('1', 'Ana'), named('2', 'Luis')]);
    await world.upsert([record('crm', '9', ['SSO', 'a', ISSUER], ['SSO', 'b', ISSUER])]);
    await world.identity.rule('steward', (bench) =>
      bench.bring({
        begin: [
          {
            ...{
              id: 'd1',
              kind: 'NEVER',
              actor: 'steward',
              reason: 'x',
              decidedAt: 1,
              expiresAt: null,
              payloadHash: '',
            },
            sides: ['1', '9'].map((id) => ({ records: [recordKey('crm', id)], identifiers: [] })),
          },
        ],
        end: [],
      }),
    );
    expect((await verify()).differences).toEqual([]);
  });

  test.each([
    [
      'a record moved to another customer',
      `MATCH (record:SourceRecord {key: 'home|1'})-[edge:RESOLVES_TO]->(), (:SourceRecord {key: 'home|2'})-[:RESOLVES_TO]->(other)
       CREATE (record)-[:RESOLVES_TO {from: edge.from, fromTx: edge.fromTx}]->(other) DELETE edge`,
      ['PARTITION'],
    ],
    [
      'a record of two customers',
      `MATCH (record:SourceRecord {key: 'home|1'}), (:SourceRecord {key: 'home|2'})-[:RESOLVES_TO]->(other)
       CREATE (record)-[:RESOLVES_TO {from: datetime(), fromTx: 1}]->(other)`,
      ['MISPLACED_RECORD', 'home|1'],
    ],
    ['a missing event', 'MATCH (event:IdentityEvent) DETACH DELETE event', ['EVENT']],
    ['an event without its retired id', 'MATCH (:IdentityEvent)-[edge:RETIRED]->() DELETE edge', ['EVENT']],
    ['a lost redirect', 'MATCH (:Customer)-[edge:MERGED_INTO]->() DELETE edge', ['REDIRECT']],
    [
      'a stale flag of a customer',
      "MATCH (:SourceRecord {key: 'home|1'})-[:RESOLVES_TO]->(customer) SET customer.constrained = false",
      ['CUSTOMER'],
    ],
    ['a wrong size', "MATCH (:SourceRecord {key: 'home|1'})-[:RESOLVES_TO]->(c) SET c.size = 7", ['CUSTOMER']],
    [
      'a mark of an identifier that is gone',
      'MATCH (identifier:Identifier {contested: true}) SET identifier.contested = false, identifier.contestReasons = null',
      ['CONTESTED'],
    ],
    ['a status that is wrong', "MATCH (i:Identifier {type: 'EMAIL'}) SET i.status = 'GENERIC'", ['REVIEW']],
    ['a lost review item', 'MATCH (item:ReviewItem) DETACH DELETE item', ['REVIEW']],
    ['a conflict that is not told', "MATCH (r:SourceRecord {key: 'crm|9'}) REMOVE r.conflicts", ['CONFLICT', 'crm|9']],
    [
      'a time that nobody cut',
      "MATCH (i:Identifier {type: 'EMAIL'}) SET i.cuts = [datetime('2020-01-01T00:00:00Z')]",
      ['DECISION', 'crm|1'],
    ],
    ['a decision that names nobody', 'MATCH (:Decision)-[edge:NAMES]->() DELETE edge', ['DECISION', 'd1']],
  ])('%s', async (_, text, [kind, subject]) => {
    await corrupt(text);
    const [first] = (await verify()).differences;
    expect(first?.kind).toBe(kind);
    if (subject !== undefined) expect(first?.subject).toBe(subject);
  });
});
