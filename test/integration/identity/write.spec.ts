import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { IdentityWorld, record } from '../../support/identity-world.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(120_000);

let graph: Graph;
let world: IdentityWorld;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  world = new IdentityWorld(graph);
});
afterAll(() => graph.close());

/** Former ids, whom they answer, and the number of the change that made them do so. */
const redirects = statementOf<Record<string, never>, { from: string; into: string; tx: number }>(
  'test/redirects',
  'MATCH (from:Customer)-[merged:MERGED_INTO]->(into:Customer) RETURN from.id AS from, into.id AS into, merged.tx AS tx',
  { access: 'read' },
);

describe('writing records', () => {
  test('a chain of shared identifiers is one customer, and the id survives', async () => {
    const [first] = await world.upsert([record('shop', '1', ['EMAIL', 'ana@correo.mx'])]);
    const [second] = await world.upsert([record('crm', '1', ['EMAIL', 'Ana@Correo.mx'], ['PHONE', '+525512345678'])]);
    const [third] = await world.upsert([record('app', '1', ['PHONE', '+5215512345678'])]);
    expect([first?.outcome, second?.outcome, third?.outcome]).toEqual(['CREATED', 'ATTACHED', 'ATTACHED']);
    expect(new Set([first?.customerId, second?.customerId, third?.customerId]).size).toBe(1);
    expect(await world.customers()).toEqual([{ id: first?.customerId, records: ['app|1', 'crm|1', 'shop|1'] }]);
  });

  test('a record that bridges two customers merges them, and splitting it off again revives the former id', async () => {
    const [a] = await world.upsert([record('shop', '1', ['EMAIL', 'ana@correo.mx'])]);
    const [b] = await world.upsert([record('shop', '2', ['PHONE', '+525512345678'])]);
    const [bridge] = await world.upsert([record('crm', '1', ['EMAIL', 'ana@correo.mx'], ['PHONE', '+525512345678'])]);
    expect(bridge?.outcome).toBe('MERGED');
    expect(bridge?.customerId).toBe(a?.customerId);
    const [apart] = await world.upsert([record('crm', '1', ['EMAIL', 'ana@correo.mx'])]);
    expect(apart?.outcome).toBe('SPLIT');
    expect(await world.customers()).toEqual([
      { id: a?.customerId, records: ['crm|1', 'shop|1'] },
      { id: b?.customerId, records: ['shop|2'] },
    ]);
  });

  test('a former id whose records part keeps the number of its merge where it pointed before', async () => {
    const phone: [string, string] = ['PHONE', '+525512345678'];
    const email: [string, string] = ['EMAIL', 'ana@correo.mx'];
    await world.upsert(['1', '2', '3'].map((id) => record('shop', id, email)));
    await world.upsert(['4', '5'].map((id) => record('shop', id, phone)));
    await world.upsert([record('crm', '1', email, phone)]);
    const [merged] = await graph.lookup(redirects, {});
    await world.upsert([record('shop', '5', ['EMAIL', 'other@correo.mx'])]);
    const after = await graph.lookup(redirects, {});
    expect(after).toHaveLength(2);
    expect(after).toContainEqual(merged);
  });

  test('a deleted record leaves its customer, and the last one empties it until it returns', async () => {
    const [first] = await world.upsert([record('shop', '1', ['EMAIL', 'ana@correo.mx'])]);
    const [gone] = await world.delete({ source: 'shop', recordId: '1' });
    expect(gone).toMatchObject({ outcome: 'DELETED', customerId: null });
    expect(await world.customers()).toEqual([]);
    const [again] = await world.upsert([record('shop', '1', ['EMAIL', 'ana@correo.mx'])]);
    expect(again?.customerId).toBe(first?.customerId);
  });

  test('a repetition changes nothing', async () => {
    const records = [record('shop', '1', ['EMAIL', 'ana@correo.mx']), record('shop', '2', ['EMAIL', 'ana@correo.mx'])];
    await world.upsert(records);
    const again = await world.upsert(records);
    expect(again.map((each) => each.outcome)).toEqual(['UNCHANGED', 'UNCHANGED']);
  });

  test('persons who contradict each other stay apart on a shared phone', async () => {
    const named = (recordId: string, givenName: string, birthDate: string) => ({
      ...record('shop', recordId, ['PHONE', '+525512345678']),
      attributes: { givenName, birthDate },
    });
    await world.upsert([named('1', 'Ana', '1980-01-01'), named('2', 'Luis', '1982-02-02')]);
    const results = await world.upsert([named('3', 'Ana', '1980-01-01')]);
    expect(results[0]?.outcome).toBe('ATTACHED');
    expect((await world.customers()).map((each) => each.records)).toEqual([['shop|1', 'shop|3'], ['shop|2']]);
  });

  test('a dry run answers and writes nothing', async () => {
    const [result] = await world.upsert([record('shop', '1', ['EMAIL', 'ana@correo.mx'])], { dryRun: true });
    expect(result?.outcome).toBe('CREATED');
    expect(await world.customers()).toEqual([]);
  });

  test('an idempotency key answers once, and refuses another payload', async () => {
    const one = [record('shop', '1', ['EMAIL', 'ana@correo.mx'])];
    const first = await world.upsert(one, { idempotencyKey: 'k1' });
    await world.delete({ source: 'shop', recordId: '1' });
    expect(await world.upsert(one, { idempotencyKey: 'k1' })).toEqual(first);
    expect(await world.customers()).toEqual([]);
    await expect(world.upsert([record('shop', '2')], { idempotencyKey: 'k1' })).rejects.toThrow('key-reused');
  });
});
