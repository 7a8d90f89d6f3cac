import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { record } from '../../support/identity-world.js';
import { InteractionsWorld, ofDevice, ofRecord, TERMS, visit } from '../../support/interactions-world.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(60_000);

let graph: Graph;
let world: InteractionsWorld;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  world = new InteractionsWorld(graph);
});
afterAll(() => graph.close());

const DEVICE: [string, string, string] = ['DEVICE', '38400000-8cf0-11bd-b23e-10b96e40000d', 'android'];
const ownDevice = ofDevice(DEVICE[1]);
const person = (recordId: string, givenName: string, birthDate: string, ...held: [string, string, string?][]) => {
  return { ...record('crm', recordId, ...held), attributes: { givenName, familyName: 'Ruiz', birthDate } };
};

describe('what arrives before its subject', () => {
  test('waits for its record', async () => {
    await world.record(visit('1', ofRecord('a')));
    await world.upsert([record('crm', 'a', ['EMAIL', 'a@correo.mx'])]);
    expect(await world.timeline(await world.customerOf('a'))).toEqual(['1']);
  });

  test('an anonymous device becomes known, with all that it did', async () => {
    await world.record(visit('2', ownDevice, { occurredAt: '2026-01-02T10:00:00Z' }), visit('1', ownDevice));
    await world.upsert([record('crm', 'a', ['EMAIL', 'a@correo.mx'], DEVICE)]);
    const customer = await world.customerOf('a');
    expect(await world.timeline(customer)).toEqual(['2', '1']);
    await world.record(visit('0', ownDevice, { occurredAt: '2025-01-01T10:00:00Z' }));
    expect(await world.timeline(customer)).toEqual(['2', '1', '0']);
    expect(await world.timelines.firstTouch(DEVELOPER, customer)).toMatchObject({ interactionId: '0' });
  });
});

describe("an identifier's interactions are nobody's", () => {
  test('while several customers hold it', async () => {
    await world.record(visit('1', ownDevice));
    await world.upsert([person('a', 'Ana', '1990-02-28', DEVICE), person('b', 'Luis', '1961-11-05', DEVICE)]);
    const [ana, luis] = [await world.customerOf('a'), await world.customerOf('b')];
    expect(ana).not.toBe(luis);
    expect([await world.timeline(ana), await world.timeline(luis)]).toEqual([[], []]);
    await world.delete({ source: 'crm', recordId: 'b' });
    expect(await world.timeline(ana)).toEqual(['1']);
  });

  test('while it is blocked', async () => {
    await world.upsert([record('crm', 'a', ['EMAIL', 'a@correo.mx'], DEVICE)]);
    await world.record(visit('1', ownDevice));
    const customer = await world.customerOf('a');
    const read = world.identifiers.read({ type: DEVICE[0], value: DEVICE[1], namespace: DEVICE[2] });
    if (!read.ok) throw new Error('a device that is none');
    const key = world.identifiers.key(DEVELOPER.realm, read.identifier);
    await world.decisions.blockIdentifier(DEVELOPER, key, TERMS);
    expect(await world.timeline(customer)).toEqual([]);
    await world.decisions.unblockIdentifier(DEVELOPER, key, TERMS);
    expect(await world.timeline(customer)).toEqual(['1']);
  });

  test('while more records hold it than one person would have', async () => {
    await world.record(visit('1', ownDevice));
    const crowd = Array.from({ length: 25 }, (_, at) => record('crm', String(at), DEVICE));
    await world.upsert(crowd.slice(0, 1));
    expect(await world.timeline(await world.customerOf('0'))).toEqual(['1']);
    await world.upsert(crowd);
    expect(await world.timeline(await world.customerOf('0'))).toEqual([]);
  });
});

describe('a merge and its unmerge', () => {
  test('all interactions of both, exactly once (scenario 42); then each its own again', async () => {
    await world.upsert([
      record('crm', 'a', ['EMAIL', 'a@correo.mx'], DEVICE),
      record('crm', 'b', ['EMAIL', 'b@correo.mx']),
    ]);
    await world.record(
      visit('a1', ofRecord('a'), { occurredAt: '2026-01-01T10:00:00Z' }),
      visit('b1', ofRecord('b'), { occurredAt: '2026-01-02T10:00:00Z' }),
      visit('a2', ownDevice, { occurredAt: '2026-01-03T10:00:00Z' }),
      visit('b2', { identifier: { type: 'EMAIL', value: 'b@correo.mx' } }, { occurredAt: '2026-01-04T10:00:00Z' }),
    );
    const [one, other] = [await world.customerOf('a'), await world.customerOf('b')];
    const merged = await world.decisions.mergeCustomers(DEVELOPER, { into: one, customers: [other] }, TERMS);
    expect(merged.kind).toBe('done');
    expect(await world.timeline(one)).toEqual(['b2', 'a2', 'b1', 'a1']);
    expect(await world.timeline(other)).toEqual([]);
    expect((await world.unmergeLast())?.kind).toBe('done');
    expect([await world.timeline(one), await world.timeline(other)]).toEqual([
      ['a2', 'a1'],
      ['b2', 'b1'],
    ]);
  });

  test('a deleted record keeps its interactions to itself until it returns', async () => {
    await world.upsert([record('crm', 'a', ['EMAIL', 'a@correo.mx']), record('crm', 'b', ['EMAIL', 'a@correo.mx'])]);
    await world.record(visit('1', ofRecord('a')), visit('2', ofRecord('b')));
    const customer = await world.customerOf('a');
    await world.delete({ source: 'crm', recordId: 'b' });
    expect(await world.timeline(customer)).toEqual(['1']);
    await world.upsert([record('crm', 'b', ['EMAIL', 'a@correo.mx'])]);
    expect(await world.timeline(customer)).toEqual(['2', '1']);
  });
});
