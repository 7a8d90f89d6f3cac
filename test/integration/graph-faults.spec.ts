import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { GraphUnavailable } from '../../src/graph/errors.js';
import { Graph } from '../../src/graph/graph.js';
import { systemRetryTools } from '../../src/graph/retry.js';
import { statementOf } from '../../src/graph/statement.js';
import { LIMITS } from '../../src/kernel/limits.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { testGraph, testGraphOptions } from '../support/test-graph.js';

jest.setTimeout(60_000);

const id = `graph-faults-${randomUUID()}`;
type Nothing = Record<string, never>;
const answer = statementOf<Nothing, { one: number }>('test/answer', 'RETURN 1 AS one', { access: 'read' });
const ensure = statementOf<{ id: string }, never>('test/ensure', 'MERGE (b:Brand {id: $id}) REMOVE b.lock', {
  access: 'write',
});
const count = statementOf<{ id: string }, { brands: number }>(
  'test/count',
  'MATCH (b:Brand {id: $id}) RETURN count(b) AS brands',
  { access: 'read' },
);
const remove = statementOf<{ id: string }, never>('test/remove', 'MATCH (b:Brand {id: $id}) DELETE b', {
  access: 'write',
});

describe('a graph behind a bad link', () => {
  let proxy: FaultProxy;
  let graph: Graph;
  let direct: Graph;
  let retries: string[] = [];

  beforeAll(async () => {
    direct = await testGraph();
    const options = testGraphOptions();
    proxy = await FaultProxy.before(options.uri);
    graph = new Graph(
      { ...options, uri: `bolt://127.0.0.1:${proxy.port}`, readSeconds: 0.5, acquireSeconds: 0.5, connectSeconds: 0.5 },
      { onRetry: (operation, _, failure) => retries.push(`${operation} ${failure.code}`) },
    );
  });
  beforeEach(() => void (retries = []));
  afterAll(async () => {
    await proxy.close();
    await graph.close();
    await direct.write('remove', (tx) => tx.run(remove, { id }));
    await direct.close();
  });

  test('connections that broke while idle are replaced without a word to the caller', async () => {
    expect(await graph.lookup(answer, {})).toEqual([{ one: 1 }]);
    proxy.cut();
    expect(await graph.lookup(answer, {})).toEqual([{ one: 1 }]);
  });

  test('a commit whose answer is lost runs the work again, to the same effect', async () => {
    proxy.link = 'loses-commit-answer';
    let runs = 0;
    await graph.write('lost', async (tx) => {
      runs += 1;
      await tx.run(ensure, { id });
    });
    expect(runs).toBe(2);
    expect(retries).toEqual([expect.stringMatching(/^lost (ServiceUnavailable|SessionExpired)$/)]);
    expect(await graph.lookup(count, { id })).toEqual([{ brands: 1 }]);
  });

  test('a write whose connection breaks after a long wait for locks is tried again', async () => {
    let passedMilliseconds = 0;
    const tools = { ...systemRetryTools, elapsed: () => passedMilliseconds };
    const patient = new Graph({ ...testGraphOptions(), uri: `bolt://127.0.0.1:${proxy.port}` }, {}, tools);
    let letGo = (): void => undefined;
    const mayGo = new Promise<void>((resolve) => (letGo = resolve));
    let isHeld = (): void => undefined;
    const held = new Promise<void>((resolve) => (isHeld = resolve));
    const holder = direct.write('holder', async (tx) => {
      await tx.run(ensure, { id });
      isHeld();
      await mayGo;
    });
    await held;
    const waiter = patient.write('waiter', (tx) => tx.run(ensure, { id }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    passedMilliseconds = (LIMITS.reconnectSeconds + 1) * 1_000;
    proxy.cut();
    letGo();
    await Promise.all([holder, waiter]);
    expect(await direct.lookup(count, { id })).toEqual([{ brands: 1 }]);
    await patient.close();
  });

  test('a database that swallows everything is unavailable, not waited for', async () => {
    await graph.lookup(answer, {});
    proxy.link = 'silent';
    const startedAt = Date.now();
    await expect(graph.lookup(answer, {})).rejects.toThrow(GraphUnavailable);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    proxy.link = 'up';
    proxy.cut();
    expect(await graph.lookup(answer, {})).toEqual([{ one: 1 }]);
  });

  test('work that was given up commits nothing later', async () => {
    const late = `${id}-late`;
    let finish = (): void => undefined;
    const stuck = new Promise<void>((resolve) => (finish = resolve));
    const given = graph.write(
      'late',
      async (tx) => {
        await tx.run(ensure, { id: late });
        await stuck;
      },
      { seconds: 0.1 },
    );
    await expect(given).rejects.toThrow(GraphUnavailable);
    finish();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await direct.lookup(count, { id: late })).toEqual([{ brands: 0 }]);
  });
});
