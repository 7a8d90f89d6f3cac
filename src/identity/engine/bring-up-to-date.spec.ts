import { describe, expect, test } from '@jest/globals';
import { EXAMPLE_POLICY, id } from '../../../test/support/oracle/example.js';
import { differences, storedGroups } from '../../../test/support/memory/graph-differences.js';
import { faultsOf } from '../../../test/support/memory/graph-faults.js';
import { MemoryWorld } from '../../../test/support/memory/memory-world.js';
import { recordKey } from '../../kernel/ids.js';
import type { RecordChange } from '../records/record.types.js';

let version = 0;

/** `put('a', 'EMAIL:1 PHONE:2')`: the record `a` as a source says it now. */
function put(recordId: string, held = '', given?: string): RecordChange {
  version += 1;
  const order = `N${String(version).padStart(24, '0')}`;
  const moments = { capturedAt: null, since: null, until: null };
  return {
    ...{ kind: 'REPLACE', key: recordKey('s', recordId), source: 's', recordId, realm: 'default' },
    ...{ order, sourceVersion: String(version), capturedAt: null, cleared: [], removeIdentifiers: [] },
    attributes: given ? { givenName: given } : {},
    attachments: held
      .split(' ')
      .filter((each) => each !== '')
      .map((short) => {
        const [type = '', raw = ''] = short.split(':');
        return {
          identifier: id(short),
          type,
          namespace: '',
          raw,
          canonical: raw,
          display: raw,
          quality: 'ok',
          ...moments,
        };
      }),
    contentHash: `${recordId} ${held} ${given ?? ''}`,
  };
}

function drop(recordId: string): RecordChange {
  return { ...put(recordId), kind: 'DELETE' };
}

async function worldAfter(...batches: readonly (readonly RecordChange[])[]): Promise<MemoryWorld> {
  return lived(new MemoryWorld(EXAMPLE_POLICY), ...batches);
}

async function lived(world: MemoryWorld, ...batches: readonly (readonly RecordChange[])[]): Promise<MemoryWorld> {
  await world.applyAll(batches);
  expect(faultsOf(world.store.graph, world.policy)).toEqual([]);
  return world;
}

function written(world: MemoryWorld): string {
  return storedGroups(world.store.graph)
    .map((keys) => keys.map((each) => each.slice(2)).join(' '))
    .join(' | ');
}

function settled(world: MemoryWorld): string {
  expect(differences(world.store.graph, world.policy)).toEqual([]);
  return written(world);
}

function live(world: MemoryWorld, unsettled: boolean): number {
  const nodes = [...world.store.graph.customers.values()].filter((node) => node.status === 'LIVE');
  return nodes.filter((node) => node.unsettled === unsettled).length;
}

describe('bringUpToDate', () => {
  test('joins, tells apart and joins again', async () => {
    const world = await worldAfter([put('a', 'EMAIL:1', 'Ana'), put('b', 'EMAIL:1')]);
    expect(settled(world)).toBe('a b');
    expect(settled(await lived(world, [put('b', 'EMAIL:1', 'Luis')]))).toBe('a | b');
    expect(settled(await lived(world, [put('b', 'EMAIL:1', 'Ana')]))).toBe('a b');
  });

  test('an identifier of too many records joins nobody, until it has fewer', async () => {
    const world = await worldAfter([put('a', 'EMAIL:1'), put('b', 'EMAIL:1'), put('c', 'EMAIL:1')]);
    expect(settled(await lived(world, [put('d', 'EMAIL:1')]))).toBe('a | b | c | d');
    expect(settled(await lived(world, [drop('a')]))).toBe('b c d');
  });

  test('a record that was deleted and comes back revives its customer, and does not take the fast path', async () => {
    const world = await worldAfter([put('a', 'EMAIL:1')]);
    const before = [...world.store.graph.customers.keys()];
    await lived(world, [drop('a')]);
    const walks = world.store.walks;
    expect(settled(await lived(world, [put('a', 'EMAIL:1')]))).toBe('a');
    expect([...world.store.graph.customers.keys()]).toEqual(before);
    expect(world.store.walks).toBeGreaterThan(walks);
  });

  test('a walk that meets a customer which another part of the batch changes decides both together', async () => {
    const world = await worldAfter([put('a', 'SSO:1 EMAIL:1')], [put('b', 'SSO:1 SSO:2')]);
    expect(settled(world)).toBe('a | b');
    // b is no longer in conflict with itself and joins a, which c reaches by itself.
    expect(settled(await lived(world, [put('b', 'SSO:1'), put('c', 'EMAIL:1')]))).toBe('a b c');
  });

  test('the same changes in one batch are the same as one after the other', async () => {
    const changes = [put('a', 'EMAIL:1', 'Ana'), put('b', 'EMAIL:1 PHONE:1'), put('c', 'PHONE:1', 'Luis'), drop('b')];
    const [together, apart] = [await worldAfter(changes), await worldAfter(...changes.map((each) => [each]))];
    expect(settled(together)).toBe('a | c');
    expect(settled(apart)).toBe('a | c');
  });
});

describe('a component too large to walk', () => {
  const cramped = (): MemoryWorld => new MemoryWorld({ ...EXAMPLE_POLICY, componentMax: 2 });
  const large = async (): Promise<MemoryWorld> =>
    lived(cramped(), [put('a', 'EMAIL:1'), put('b', 'EMAIL:1'), put('c', 'EMAIL:1')]);

  test('holds the links of a new record, which is a customer of its own', async () => {
    const world = await lived(await large(), [put('d', 'EMAIL:1 PHONE:1')]);
    expect(written(world)).toBe('a b c | d');
    const { attachments } = world.store.graph.records.get(recordKey('s', 'd')) ?? { attachments: [] };
    expect(attachments.map((each) => each.status)).toEqual(['HELD', 'HELD']);
  });

  test('lets a deleted record go, and is unsettled', async () => {
    const world = await lived(await large(), [drop('a')]);
    expect(written(world)).toBe('b c');
    expect(live(world, true)).toBe(1);
  });

  test('keeps a record that says something else until somebody walks it', async () => {
    const world = await lived(await large(), [put('a', 'PHONE:1')]);
    expect(written(world)).toBe('a b c');
    expect(live(world, true)).toBe(1);
    // The customer has too many records to be read, even for one that nothing links to the others any more.
    expect(written(await lived(world, [put('a', 'PHONE:2')]))).toBe('a b c');
    await lived(world, [drop('b')]);
    expect(live(world, true)).toBe(1);
    // Two records are left: small enough to see that they have nothing in common. What a says was held, and waits.
    expect(written(await lived(world, [put('c', 'EMAIL:1', 'Ana')]))).toBe('a | c');
    expect(live(world, true)).toBe(1);
    for (const node of world.store.graph.customers.values()) if (node.unsettled) await world.settle(node.id);
    expect(settled(world)).toBe('a | c');
    expect(live(world, true)).toBe(0);
  });

  test('empties a customer whose last record is deleted', async () => {
    const world = await lived(cramped(), [
      put('a', 'EMAIL:1', 'Ana'),
      put('b', 'EMAIL:1', 'Luis'),
      put('c', 'EMAIL:1'),
    ]);
    expect(settled(world)).toBe('a | b | c');
    expect(written(await lived(world, [drop('a')]))).toBe('b | c');
    expect([...world.store.graph.customers.values()].map((node) => node.status).sort()).toEqual([
      'EMPTIED',
      'LIVE',
      'LIVE',
    ]);
  });

  test('does not hold what the rest of the batch says', async () => {
    const world = await lived(await large(), [put('d', 'EMAIL:1'), put('e', 'EMAIL:2'), put('f', 'EMAIL:2')]);
    expect(written(world)).toBe('a b c | d | e f');
  });
});
