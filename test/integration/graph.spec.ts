import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GraphConflict, GraphFault, GraphTimeout, GraphUnavailable } from '../../src/graph/errors.js';
import { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/statement.js';
import { float } from '../../src/graph/values.js';
import { testGraph, testGraphOptions } from '../support/test-graph.js';

jest.setTimeout(60_000);

/** Everything of this run carries the mark, so that a shared database stays clean. */
const mark = randomUUID();

const echo = statementOf<{ value: unknown }, { value: unknown }>('test/echo', 'RETURN $value AS value', {
  access: 'read',
});
const typeOf = statementOf<{ value: unknown }, { type: string }>('test/type', 'RETURN valueType($value) AS type', {
  access: 'read',
});
const node = statementOf<{ mark: string }, { node: object }>(
  'test/node',
  "CREATE (n:GraphSpec {mark: $mark, born: datetime('2026-01-31T10:00:00.123Z'), size: 7, share: 0.5}) RETURN n AS node",
  { access: 'write' },
);
const create = statementOf<{ id: string; mark: string }, never>(
  'test/create',
  'CREATE (:Brand {id: $id, mark: $mark})',
  { access: 'write' },
);
const ensure = statementOf<{ id: string; mark: string }, never>(
  'test/ensure',
  'MERGE (b:Brand {id: $id}) SET b.mark = $mark',
  { access: 'write' },
);
const increase = statementOf<{ id: string }, never>(
  'test/increase',
  'MATCH (b:Brand {id: $id}) SET b.hits = coalesce(b.hits, 0) + 1',
  { access: 'write' },
);
const find = statementOf<{ id: string }, { id: string; hits: number | null }>(
  'test/find',
  'MATCH (b:Brand {id: $id}) RETURN b.id AS id, b.hits AS hits',
  { access: 'read' },
);
const slow = statementOf<Record<string, never>, { sum: number }>(
  'test/slow',
  'UNWIND range(1, 1000000000) AS i RETURN sum(i) AS sum',
  { access: 'read' },
);
const clean = statementOf<{ mark: string }, never>('test/clean', 'MATCH (n) WHERE n.mark = $mark DETACH DELETE n', {
  access: 'write',
});

const brandId = (): string => `graph-spec-${randomUUID()}`;

describe('the graph', () => {
  let graph: Graph;
  const retries: string[] = [];

  beforeAll(async () => {
    graph = await testGraph({
      onRetry: (operation, attempt, failure) => retries.push(`${operation} ${attempt} ${failure.code}`),
    });
  });
  afterAll(async () => {
    await graph.write('clean', (tx) => tx.run(clean, { mark }));
    await graph.close();
  });

  describe('values', () => {
    const moment = new Date('2026-01-31T10:00:00.123Z');
    test.each([
      ['a whole number', 42],
      ['a negative fraction', -0.25],
      ['the largest safe integer', Number.MAX_SAFE_INTEGER],
      ['a moment', moment],
      ['a moment before 1970', new Date('1969-12-31T23:59:59.999Z')],
      ['text with a quote and a backtick', "O'Neil` \\u0060 RETURN 1 //"],
      ['nested maps and lists', { list: [1, 2.5, null, { at: moment }], yes: true }],
      ['nothing', null],
    ])('%s survives the way there and back', async (_, value) => {
      expect(await graph.lookup(echo, { value })).toEqual([{ value }]);
    });

    test.each([
      [7, 'INTEGER NOT NULL'],
      [7n, 'INTEGER NOT NULL'],
      [7.5, 'FLOAT NOT NULL'],
      [float(7), 'FLOAT NOT NULL'],
      [moment, 'ZONED DATETIME NOT NULL'],
      [[1, 2], 'LIST<INTEGER NOT NULL> NOT NULL'],
    ])('%p travels as %s', async (value, type) => {
      expect(await graph.lookup(typeOf, { value })).toEqual([{ type }]);
    });

    test('an integer that JavaScript cannot hold is refused both ways', async () => {
      await expect(graph.lookup(echo, { value: 2 ** 53 })).rejects.toThrow(/beyond 2\^53/);
      await expect(graph.lookup(echo, { value: 2n ** 60n })).rejects.toThrow(/beyond 2\^53/);
    });

    test('a map that poses as a type of the driver is refused', async () => {
      await expect(graph.lookup(echo, { value: { __isInteger__: true } })).rejects.toThrow(/starts with __/);
    });

    test('a node comes back as its properties', async () => {
      const row = await graph.write('node', (tx) => tx.one(node, { mark }));
      expect(row).toEqual({ node: { mark, born: moment, size: 7, share: 0.5 } });
    });
  });

  describe('units of work', () => {
    test('pipelined statements answer in the order of the calls', async () => {
      const values = Array.from({ length: 50 }, (_, index) => index);
      const rows = await graph.read('pipeline', (tx) => Promise.all(values.map((value) => tx.one(echo, { value }))));
      expect(rows).toEqual(values.map((value) => ({ value })));
    });

    test('a missing row is null', async () => {
      expect(await graph.read('none', (tx) => tx.one(find, { id: brandId() }))).toBeNull();
    });

    test('an error of the work itself rolls back and comes out unchanged', async () => {
      const id = brandId();
      const own = new RangeError('mine');
      const failing = graph.write('own', async (tx) => {
        await tx.run(create, { id, mark });
        throw own;
      });
      await expect(failing).rejects.toBe(own);
      expect(await graph.lookup(find, { id })).toEqual([]);
    });

    test('a failure that the work does not look at still rolls back', async () => {
      const id = brandId();
      const bad = statementOf<Record<string, never>, never>('test/bad', 'RETURN 1 / 0', { access: 'read' });
      const careless = graph.write('careless', async (tx) => {
        await tx.run(create, { id, mark });
        void tx.all(bad, {});
      });
      await expect(careless).rejects.toThrow(GraphFault);
      expect(await graph.lookup(find, { id })).toEqual([]);
    });

    test('a write inside read() is refused by the database', async () => {
      const sneaking = graph.read('sneak', (tx) => tx.all(create as never, { id: brandId(), mark } as never));
      await expect(sneaking).rejects.toThrow(GraphFault);
    });

    test.each([
      ['surplus', { value: 1, other: 2 }, 'does not use $other'],
      ['missing', {}, 'was not given $value'],
    ])('a %s parameter is refused', async (_, params, message) => {
      await expect(graph.lookup(echo, params as never)).rejects.toThrow(message);
    });

    test('a transaction that takes too long is stopped', async () => {
      await expect(graph.read('slow', (tx) => tx.all(slow, {}), { seconds: 0.3 })).rejects.toThrow(GraphTimeout);
    });
  });

  describe('races', () => {
    test('a uniqueness violation runs the work again', async () => {
      const id = brandId();
      let attempts = 0;
      await graph.write('unique', async (tx) => {
        attempts += 1;
        if (attempts === 1) await graph.write('other', (other) => other.run(create, { id, mark }));
        await (attempts === 1 ? tx.run(create, { id, mark }) : tx.run(ensure, { id, mark }));
      });
      expect(attempts).toBe(2);
      expect(retries).toContain('unique 1 Neo.ClientError.Schema.ConstraintValidationFailed');
    });

    test('a violation that stays ends in a conflict that names no value', async () => {
      const id = brandId();
      await graph.write('first', (tx) => tx.run(create, { id, mark }));
      const silent = new Graph({ ...testGraphOptions(), explainFaults: false });
      const failure: unknown = await silent
        .write('again', (tx) => tx.run(create, { id, mark }))
        .catch((error: unknown) => error);
      await silent.close();
      expect(failure).toBeInstanceOf(GraphConflict);
      expect(String(failure)).toContain('again, statement test/create');
      expect(JSON.stringify([String(failure), failure])).not.toContain(id);
    });

    test('a deadlock is retried until both writers have written', async () => {
      const [a, b] = [brandId(), brandId()];
      await graph.write('both', (tx) =>
        Promise.all([tx.run(create, { id: a, mark }), tx.run(create, { id: b, mark })]),
      );
      let waiting = 2;
      let release = (): void => undefined;
      const bothHoldOne = new Promise<void>((resolve) => (release = resolve));
      const cross = (first: string, second: string) =>
        graph.write('cross', async (tx) => {
          await tx.run(increase, { id: first });
          if ((waiting -= 1) === 0) release();
          await bothHoldOne;
          await tx.run(increase, { id: second });
        });
      await Promise.all([cross(a, b), cross(b, a)]);
      expect(await graph.lookup(find, { id: a })).toEqual([{ id: a, hits: 2 }]);
      expect(await graph.lookup(find, { id: b })).toEqual([{ id: b, hits: 2 }]);
      expect(retries.filter((retry) => retry.startsWith('cross') && retry.includes('DeadlockDetected'))).not.toEqual(
        [],
      );
    });
  });

  describe('faults', () => {
    test('a closed port is unavailable, soon', async () => {
      const absent = new Graph({ uri: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'x' });
      await expect(absent.lookup(echo, { value: 1 })).rejects.toThrow(GraphUnavailable);
      await expect(absent.ping()).rejects.toThrow(GraphUnavailable);
      await absent.close();
    });

    test('a wrong password is a fault', async () => {
      const stranger = new Graph({ ...testGraphOptions(), password: 'not-the-password' });
      await expect(stranger.ping()).rejects.toThrow(GraphFault);
      await stranger.close();
    });
  });
});
