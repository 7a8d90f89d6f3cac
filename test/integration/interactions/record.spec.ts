import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { record } from '../../support/identity-world.js';
import { InteractionsWorld, ofDevice, ofRecord, visit } from '../../support/interactions-world.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(60_000);

const countInteractions = statementOf<Record<string, never>, { nodes: number }>(
  'test/count-interactions',
  'MATCH (interaction:Interaction) RETURN count(interaction) AS nodes',
  { access: 'read' },
);

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

const stored = async (): Promise<number> => (await graph.lookup(countInteractions, {}))[0]?.nodes ?? -1;
const outcomes = (results: readonly { outcome: string }[]): string[] => results.map(({ outcome }) => outcome);

describe('the same again', () => {
  test('changes nothing, in another request or in the same one', async () => {
    expect(outcomes(await world.record(visit('1', ofRecord('a')), visit('1', ofRecord('a'))))).toEqual([
      'CREATED',
      'UNCHANGED',
    ]);
    expect(outcomes(await world.record(visit('1', ofRecord('a'))))).toEqual(['UNCHANGED']);
    expect(await stored()).toBe(1);
  });

  test.each([
    ['another moment', visit('1', ofRecord('a'), { occurredAt: '2026-01-01T10:00:01Z' })],
    ['another subject', visit('1', ofRecord('b'))],
    ['another context', visit('1', ofRecord('a'), { context: { behavioural: { pages: 3 } } })],
    ['other items', visit('1', ofRecord('a'), { items: [{ id: 'sku-1' }] })],
  ])('with %s is refused, and what was recorded stays', async (_, other) => {
    await world.upsert([record('crm', 'a', ['EMAIL', 'a@correo.mx'])]);
    await world.record(visit('1', ofRecord('a')));
    const [refused] = await world.record(other);
    expect(refused).toMatchObject({ outcome: 'REJECTED', problem: { code: 'INTERACTION_CHANGED' } });
    const page = await world.timelines.page(DEVELOPER, await world.customerOf('a'), { first: 10 });
    expect(page.nodes).toMatchObject([{ occurredAt: Date.parse('2026-01-01T10:00:00Z'), items: [], context: {} }]);
  });

  test('in the spelling of another day is the same', async () => {
    await world.record(visit('1', { identifier: { type: 'EMAIL', value: 'Ana@Correo.mx' } }));
    const same = visit(
      '1',
      { identifier: { type: 'EMAIL', value: ' ana@correo.MX' } },
      {
        occurredAt: '2026-01-01T04:00:00-06:00',
      },
    );
    expect(outcomes(await world.record(same))).toEqual(['UNCHANGED']);
  });

  test('from several writers at once is recorded once', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => visit(String(at), ofRecord('a')));
    const turned = [rows, [...rows].reverse(), rows, [...rows].reverse()];
    const results = (await Promise.all(turned.map((each) => world.record(...each)))).flat();
    expect(outcomes(results).filter((each) => each === 'CREATED')).toHaveLength(40);
    expect(outcomes(results).filter((each) => each === 'UNCHANGED')).toHaveLength(120);
    expect(await stored()).toBe(40);
  });
});

describe('a bad row', () => {
  test('loses nothing else', async () => {
    const results = await world.record(
      visit('1', ofRecord('a')),
      visit('2', {}),
      visit('3', ofRecord('a'), { occurredAt: 'yesterday' }),
      visit('4', ofDevice('')),
      visit('5', ofRecord('a')),
    );
    expect(results.map(({ interactionId, outcome, problem }) => [interactionId, outcome, problem?.field])).toEqual([
      ['1', 'CREATED', undefined],
      ['2', 'REJECTED', 'record'],
      ['3', 'REJECTED', 'occurredAt'],
      ['4', 'REJECTED', 'identifier.value'],
      ['5', 'CREATED', undefined],
    ]);
    expect(await stored()).toBe(2);
  });

  test('a dry run says the same and writes nothing', async () => {
    await world.record(visit('1', ofRecord('a')));
    const rows = [visit('1', ofRecord('a')), visit('1', ofRecord('b')), visit('2', ofRecord('b')), visit('3', {})];
    const dry = await world.interactions.record(DEVELOPER, rows, true);
    expect(outcomes(dry)).toEqual(['UNCHANGED', 'REJECTED', 'CREATED', 'REJECTED']);
    expect(await stored()).toBe(1);
  });
});

describe('a caller who sees few brands', () => {
  test('records for those, and sees those', async () => {
    await world.upsert([record('crm', 'a', ['EMAIL', 'a@correo.mx'])]);
    const caller = { ...DEVELOPER, scope: { all: false, brandIds: ['norte'], sources: ['crm'] } };
    const rows = [
      visit('1', ofRecord('a'), { brandId: 'norte' }),
      visit('2', ofRecord('a'), { brandId: 'sur' }),
      visit('3', ofRecord('a')),
    ];
    const results = await world.interactions.record(caller, rows);
    expect(results.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([
      ['CREATED', undefined],
      ['REJECTED', 'FOREIGN_BRAND'],
      ['REJECTED', 'FOREIGN_BRAND'],
    ]);
    await world.record(...rows);
    const customer = await world.customerOf('a');
    expect(await world.timeline(customer)).toEqual(['3', '2', '1']);
    expect(await world.timeline(customer, {}, 1, caller)).toEqual(['1']);
    expect(await world.timelines.firstTouch(caller, customer)).toMatchObject({ interactionId: '1' });
    const nobody = { ...DEVELOPER, scope: { all: false, brandIds: [], sources: [] } };
    expect(await world.timeline(customer, {}, 1, nobody)).toEqual([]);
    expect((await world.timelines.channelVisibility(nobody, customer, ['WEB'], null)).seen).toEqual([]);
  });
});
