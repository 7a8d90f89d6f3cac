import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { LIMITS } from '../../src/kernel/limits.js';
import { ask, crm, email, upsertRecords } from '../support/api.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(120_000);

const RECORD = `mutation ($input: RecordInteractionsInput!) { recordInteractions(input: $input) {
  results { source interactionId outcome warnings { code field } } userErrors { code field message } } }`;
const TIMELINE = `query ($ref: RecordRef!, $first: Int, $after: String, $last: Int, $before: String, $filter: TimelineFilterInput) {
  customerByRecord(ref: $ref) { timeline(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
    nodes { interactionId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } truncated } } }`;

interface Payload {
  results: { interactionId: string; outcome: string; warnings: { code: string; field: string }[] }[];
  userErrors: { code: string; field: string; message: string }[];
}
interface Page {
  nodes: { interactionId: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => emptyGraph(app.nest.get(Graph)));
afterAll(() => app.close());

const ana = { source: 'crm', recordId: '1' };
const device = { type: 'DEVICE', namespace: 'android', value: '38400000-8cf0-11bd-b23e-10b96e40000d' };

function happened(interactionId: string, type: string, day: string, rest: object): object {
  const own = { source: 'events', interactionId, type, direction: 'FROM_CUSTOMER', channel: 'WEB', brandId: 'norte' };
  return { ...own, occurredAt: `${day}T10:00:00Z`, ...rest };
}
/** An interaction as the timeline shows it. */
function shown(type: string, channel: string, day: string, rest: object): object {
  return {
    type,
    channel,
    occurredAt: `${day}T10:00:00.000Z`,
    identifierType: null,
    record: null,
    context: {},
    ...rest,
  };
}
async function take(...interactions: object[]): Promise<Payload> {
  const data = await ask<{ recordInteractions: Payload }>(app, RECORD, { input: { interactions } });
  return data.recordInteractions;
}
async function page(args: object): Promise<Page> {
  const data = await ask<{ customerByRecord: { timeline: Page } }>(app, TIMELINE, { ref: ana, ...args });
  return data.customerByRecord.timeline;
}
const ids = ({ nodes }: Page): string[] => nodes.map(({ interactionId }) => interactionId);

/** What happened with Ana, in the order in which huella hears of it. */
async function tellStory(): Promise<void> {
  await take(
    happened('e1', 'VISIT', '2026-01-10', {
      identifier: device,
      campaign: 'verano-2026',
      referrer: 'https://buscador.example/',
      context: { behavioural: { pages: 4 }, situational: { os: 'Android' } },
    }),
  );
  await upsertRecords(app, crm('1', [email('ana@correo.mx'), device], { givenName: 'Ana' }));
  await take(
    happened('e4', 'CALL', '2026-02-20', {
      record: ana,
      channel: 'CALL_CENTRE',
      context: { personal: { mood: 'calm' } },
    }),
    happened('e2', 'NEWSLETTER_SIGNUP', '2026-01-11', { identifier: { type: 'EMAIL', value: 'Ana@Correo.mx' } }),
    happened('e3', 'PURCHASE', '2026-02-01', {
      record: ana,
      channel: 'STORE',
      items: [
        { id: 'botas-42', price: 1299, currency: 'MXN', category: 'shoes' },
        { id: 'calcetas', quantity: 3, price: 49.5, currency: 'MXN' },
      ],
    }),
    happened('e5', 'RETURN', '2026-02-21', { record: ana, channel: 'STORE', items: [{ id: 'calcetas', quantity: 1 }] }),
  );
}

test('one story: an anonymous device, a newsletter, a purchase, a call (docs/interactions.md)', async () => {
  await tellStory();
  const { customerByRecord } = await ask<{ customerByRecord: object }>(
    app,
    `query ($ref: RecordRef!) { customerByRecord(ref: $ref) {
      journeyStage
      firstTouch { channel campaign referrer anonymous interaction { interactionId } }
      itemsOwned(first: 10) { nodes { itemId quantity lastBoughtAt } }
      channelVisibility(channels: ["WEB", "STORE", "CALL_CENTRE", "APP"]) { share unseen }
      timeline(first: 10) { nodes { type channel occurredAt identifierType record { recordId } context } } } }`,
    { ref: ana },
  );
  expect(customerByRecord).toEqual({
    journeyStage: expect.stringMatching(/^(BUYER|DORMANT)$/),
    firstTouch: {
      channel: 'WEB',
      campaign: 'verano-2026',
      referrer: 'https://buscador.example/',
      anonymous: true,
      interaction: { interactionId: 'e1' },
    },
    itemsOwned: {
      nodes: [
        { itemId: 'botas-42', quantity: 1, lastBoughtAt: '2026-02-01T10:00:00.000Z' },
        { itemId: 'calcetas', quantity: 2, lastBoughtAt: '2026-02-01T10:00:00.000Z' },
      ],
    },
    channelVisibility: { share: 0.75, unseen: ['APP'] },
    timeline: {
      nodes: [
        shown('RETURN', 'STORE', '2026-02-21', { record: { recordId: '1' } }),
        shown('CALL', 'CALL_CENTRE', '2026-02-20', {
          record: { recordId: '1' },
          context: { personal: { mood: 'calm' } },
        }),
        shown('PURCHASE', 'STORE', '2026-02-01', { record: { recordId: '1' } }),
        shown('NEWSLETTER_SIGNUP', 'WEB', '2026-01-11', { identifierType: 'EMAIL' }),
        shown('VISIT', 'WEB', '2026-01-10', {
          identifierType: 'DEVICE',
          context: { behavioural: { pages: 4 }, situational: { os: 'Android' } },
        }),
      ],
    },
  });
});

describe('timeline', () => {
  const day = (number: number): string => `2026-03-${String(number).padStart(2, '0')}`;
  const on = (number: number, rest: object = {}): object =>
    happened(String(number), 'VISIT', day(number), { record: ana, ...rest });
  beforeEach(async () => {
    await upsertRecords(app, crm('1', [email('ana@correo.mx'), device]));
  });

  test('pages both ways, and stays steady while others write', async () => {
    await take(on(2), on(4), on(6), on(8), on(10, { identifier: device, record: null }));
    const first = await page({ first: 2 });
    expect([ids(first), first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage]).toEqual([
      ['10', '8'],
      true,
      false,
    ]);
    await take(on(9), on(12), on(5));
    const second = await page({ first: 2, after: first.pageInfo.endCursor });
    expect(ids(second)).toEqual(['6', '5']);
    const third = await page({ first: 2, after: second.pageInfo.endCursor });
    expect([ids(third), third.pageInfo.hasNextPage]).toEqual([['4', '2'], false]);
    const back = await page({ last: 2, before: third.pageInfo.startCursor });
    expect([ids(back), back.pageInfo.hasPreviousPage, back.pageInfo.hasNextPage]).toEqual([['6', '5'], true, true]);
    const newest = await page({ last: 5, before: back.pageInfo.startCursor });
    expect([ids(newest), newest.pageInfo.hasPreviousPage]).toEqual([['12', '10', '9', '8'], false]);
    expect(ids(await page({ last: 2 }))).toEqual(['4', '2']);
  });

  test('is narrowed by kind, channel, brand, direction and time', async () => {
    const to = { direction: 'TO_CUSTOMER', type: 'EMAIL_SENT', channel: 'EMAIL' };
    await take(on(1), on(2, to), on(3, { brandId: 'sur' }), on(4, { type: 'CALL' }), on(5, { brandId: null }));
    const found = async (filter: object): Promise<string[]> => ids(await page({ first: 10, filter }));
    expect(await found({ types: ['CALL', 'EMAIL_SENT'] })).toEqual(['4', '2']);
    expect(await found({ channels: ['EMAIL'] })).toEqual(['2']);
    expect(await found({ brandIds: ['sur'] })).toEqual(['3']);
    expect(await found({ direction: 'FROM_CUSTOMER', types: ['VISIT'] })).toEqual(['5', '3', '1']);
    expect(await found({ from: `${day(2)}T10:00:00Z`, to: `${day(4)}T10:00:00Z` })).toEqual(['3', '2']);
    expect(ids(await page({ last: 1, filter: { from: `${day(3)}T10:00:00Z` } }))).toEqual(['3']);
  });

  test.each([
    ['first', {}],
    ['first', { first: 1, last: 1 }],
    ['first', { first: 101 }],
    ['last', { last: 0 }],
    ['after', { first: 1, after: 'no cursor' }],
    ['before', { first: 1, before: 'WyIxIiwieCJd' }],
    ['filter.from', { first: 1, filter: { from: 'yesterday' } }],
    ['filter.types', { first: 1, filter: { types: [] } }],
  ])('refuses %s of %j', async (field, args) => {
    const { errors } = await app.gql(TIMELINE, { ref: ana, ...args });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field }] });
  });
});

test('refusals are data, name the row, and repeat nothing', async () => {
  const secret = 'secreta@correo.mx';
  const payload = await take(
    happened('1', 'VISIT', '2026-01-01', { record: ana }),
    happened('1', 'VISIT', '2026-01-02', { record: ana }),
    happened('2', secret, '2026-01-01', { record: ana }),
    happened('3', 'VISIT', '2026-01-01', { identifier: { type: 'EMAIL', value: 'secreta@' } }),
    happened('4', 'VISIT', '2026-01-01', { record: ana, context: { [secret]: {} } }),
  );
  expect(payload.results.map(({ outcome }) => outcome)).toEqual([
    'CREATED',
    'REJECTED',
    'REJECTED',
    'REJECTED',
    'CREATED',
  ]);
  expect(payload.userErrors.map(({ code, field }) => [code, field])).toEqual([
    ['INTERACTION_CHANGED', 'interactions[1].interactionId'],
    ['INVALID_INPUT', 'interactions[2].type'],
    ['INVALID_VALUE', 'interactions[3].identifier.value'],
  ]);
  expect(payload.results[4]?.warnings).toEqual([{ code: 'INVALID_ATTRIBUTE', field: 'interactions[4].context' }]);
  expect(JSON.stringify(payload)).not.toContain('secreta');
});

test('too many at once are refused as a whole', async () => {
  const most = LIMITS.interactionsPerMutation;
  const interactions = Array.from({ length: most + 1 }, (_, at) => {
    return happened(String(at), 'VISIT', '2026-01-01', { record: ana });
  });
  const { errors } = await app.gql(RECORD, { input: { interactions } });
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'input.interactions' }] });
});
