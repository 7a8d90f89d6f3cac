import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GUIDES } from '../../src/stewards/guides.js';
import type { Graph } from '../../src/graph/graph.js';
import { withDatabase } from '../support/neo4j/database.mjs';
import { addStewardSample } from '../support/steward-sample.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph, testGraph } from '../support/test-graph.js';

jest.setTimeout(120_000);

/** Rows that each query answers about the sample: what is wrong with a count shows in what the query is for. */
const ROWS: Readonly<Record<string, number>> = {
  'start/overview': 1,
  'find/by-identifier': 1, // Mary, by her phone
  'find/by-name': 1, // Susan
  'find/draw-customer': 5, // three records hold five identifiers
  'find/list-records': 3,
  'why/linked': 1,
  'why/in-common': 0, // the ends of the chain share nothing
  'why/bridges': 2, // without the number or the phone Mary falls apart
  'contested/list': 1, // the family's address
  'contested/draw': 2,
  'contested/shared-by-many': 1, // info@
  'growth/largest': 3,
  'growth/fastest': 1, // Mary alone has more than one record
  'growth/draw-largest': 5,
  'history/merges': 1,
  'history/draw-merges': 3, // the customer, the former id, the cause
  'history/of-customer': 1,
  'history/memberships': 2, // before and after the merge
  'review/open-items': 1,
  'review/draw-items': 2,
  'review/holds': 1,
  'review/draw-held': 2, // two records hold the phone that waits
  'review/decisions': 1,
  'review/draw-decisions': 2,
};

let graph: Graph;
let app: TestApp;
beforeAll(async () => {
  graph = await testGraph();
  await emptyGraph(graph);
  app = await TestApp.start();
});
afterAll(async () => {
  await app.close();
  await graph.close();
});

/** The statements of a page as Neo4j Browser would run them, with what stands in the boxes. */
async function statementsOf(path: string): Promise<string[]> {
  const html = await (await app.get(path)).text();
  const blocks = [...html.matchAll(/<pre [^>]*>([^]*?)<\/pre>/g)].map((match) => match[1] ?? '');
  return blocks.map((block) =>
    block
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

/** Rows by query of all guides in English. */
async function answers(): Promise<Record<string, Record<string, unknown>[]>> {
  const found: Record<string, Record<string, unknown>[]> = {};
  await withDatabase(process.env, async (query) => {
    for (const guide of GUIDES) {
      const statements = await statementsOf(`/stewards/en/${guide.name}.html`);
      for (const [index, step] of guide.steps.entries()) found[step.query] = await query(statements[index] ?? '');
    }
  });
  return found;
}

describe('the queries of the guides', () => {
  test('answer nothing on an empty graph, and fail on none', async () => {
    const rows = await answers();
    const counts = Object.entries(rows).map(([name, found]) => [name, found.length]);
    expect(Object.fromEntries(counts)).toEqual({
      ...Object.fromEntries(Object.keys(ROWS).map((name) => [name, 0])),
      'start/overview': 1,
    });
  });

  test('answer what the sample holds', async () => {
    await addStewardSample(graph);
    const rows = await answers();
    expect(Object.fromEntries(Object.entries(rows).map(([name, found]) => [name, found.length]))).toEqual(ROWS);
    expect(rows['start/overview']?.[0]).toEqual({
      ...{ customers: 3, records: 5, identifiers: 4 },
      ...{ contested: 1, decisions: 1, openItems: 1 },
    });
    expect(rows['find/by-identifier']?.[0]).toMatchObject({ customer: 'Mary Kusha', records: 3, heldBy: 2 });
    expect(rows['why/bridges']?.map((row) => row['type'])).toEqual(['NATIONAL_ID', 'PHONE']);
    expect(rows['history/merges']?.[0]).toMatchObject({
      ...{ formerIds: ['former'], causedBy: ['PHONE +1 ** **** 8633'] },
      ...{ actor: 'ana', eventId: 'e1' },
    });
    expect(rows['history/of-customer']?.[0]).toMatchObject({ movedRecords: ['CUSTOMERS|1017'] });
    expect(rows['review/decisions']?.[0]?.['names']).toEqual(['side 0: CUSTOMERS|1017', 'side 1: CUSTOMERS|2001']);
    expect(rows['review/open-items']?.[0]?.['about']).toEqual(['EMAIL k***@familia.mx']);
  });
});

describe('the identifier box takes what people write', () => {
  test.each([
    ['+15123538633', 'Mary Kusha'],
    ['001 512 353-8633', 'Mary Kusha'],
    ['293.90.9090', 'Mary Kusha'],
    [' INFO@Mooney.mx ', 'Susan Mooney'],
  ])('%s', async (typed, customer) => {
    const [statement] = await statementsOf('/stewards/en/find.html');
    const asked = statement?.replace('(512) 353-8633', typed) ?? '';
    await withDatabase(process.env, async (query) => {
      expect((await query(asked)).map((row) => row['customer'] as unknown)).toEqual([customer]);
    });
  });
});

describe('the guides over HTTP', () => {
  test.each([
    ['pt-BR,pt;q=0.9,en;q=0.5', 'Início'],
    ['es-MX', 'Inicio'],
    ['de', 'Start'],
  ])('speak the language of the reader: %s', async (languages, title) => {
    const response = await app.get('/stewards/start.html', { 'accept-language': languages });
    expect(await response.text()).toContain(`<title>huella: ${title}</title>`);
    expect(response.headers.get('vary')).toMatch(/accept-language/i);
  });

  test('let Neo4j Browser, another origin with headers of its own, fetch them', async () => {
    const preflight = await fetch(`${app.url}/stewards/es/find.html`, {
      method: 'OPTIONS',
      headers: { 'access-control-request-headers': 'cache-control,pragma,sentry-trace' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('*');
    for (const path of ['/stewards/start.html', '/stewards/es/find.html', '/stewards/huella.grass'])
      expect((await app.get(path)).headers.get('access-control-allow-origin')).toBe('*');
    expect((await app.get('/health/live')).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('give the graph its colours', async () => {
    const response = await app.get('/stewards/huella.grass');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toMatch(/node\.Customer \{[^}]*caption: "\{displayName\}";/);
  });

  test.each(['/stewards/xx/start.html', '/stewards/en/nothing.html', '/stewards/'])('%s is nothing', async (path) => {
    expect((await app.get(path)).status).toBe(404);
  });
});
