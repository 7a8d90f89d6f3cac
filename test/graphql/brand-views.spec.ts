import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { BrandsService } from '../../src/brands/brands.service.js';
import { Graph } from '../../src/graph/graph.js';
import { ask, email, upsertRecords } from '../support/api.js';
import { askAs, declareHouse } from '../support/brands.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  await emptyGraph(app.nest.get(Graph));
  await app.nest.get(BrandsService).look();
});
afterAll(() => app.close());

const record = (source: string, recordId: string, identifiers: object[], attributes: object = {}): object => {
  return { source, recordId, identifiers, attributes };
};

describe('a brand', () => {
  test('sees of a customer what its sources know, and those that it may see', async () => {
    await declareHouse(app);
    const shared = email('ana@correo.mx');
    await upsertRecords(
      app,
      record('n-web', '1', [shared], { givenName: 'Ana', familyName: 'Norte' }),
      record('s-web', '1', [shared, { type: 'PHONE', value: '+52 55 1234 5678' }], {
        givenName: 'Ana',
        familyName: 'A',
      }),
      record('c-web', '1', [shared], { givenName: 'Ana', familyName: 'Club' }),
      record('s-web', '2', [email('luis@correo.mx')], { givenName: 'Luis' }),
    );
    const query = `{ customers(first: 10) { nodes { size displayName brands { brand { id } records }
      records(first: 10) { nodes { source } } identifiers(first: 10) { nodes { type records } } } } }`;
    const everybody = await ask<{ customers: { nodes: { size: number; brands: object[] }[] } }>(app, query);
    expect(everybody.customers.nodes.map((each) => each.size)).toEqual([3, 1]);
    expect(everybody.customers.nodes[0]?.brands).toEqual([
      { brand: { id: 'club' }, records: 1 },
      { brand: { id: 'norte' }, records: 1 },
      { brand: { id: 'sur' }, records: 1 },
    ]);
    const north = await askAs(app, 'norte', query);
    expect(north.errors).toEqual([]);
    expect(north.data).toEqual({
      customers: {
        nodes: [
          {
            size: 2,
            displayName: 'Ana Club',
            brands: [
              { brand: { id: 'club' }, records: 1 },
              { brand: { id: 'norte' }, records: 1 },
            ],
            records: { nodes: [{ source: 'c-web' }, { source: 'n-web' }] },
            identifiers: { nodes: [{ type: 'EMAIL', records: 2 }] },
          },
        ],
      },
    });
  });

  test('and everybody can be asked about the same customer at once', async () => {
    await declareHouse(app);
    const shared = email('ana@correo.mx');
    const [first] = await upsertRecords(
      app,
      record('n-web', '1', [shared], { givenName: 'Ana', familyName: 'Norte' }),
      record('s-web', '1', [shared], { givenName: 'Ana', familyName: 'Sur' }),
    );
    const query = `query ($id: ID!) { customer(id: $id) { size
      norte: asBrand(id: "norte") { id size displayName records(first: 5) { nodes { source } } }
      club: asBrand(id: "club") { id } nobody: asBrand(id: "nobody") { id } } }`;
    expect(await ask(app, query, { id: first })).toEqual({
      customer: {
        size: 2,
        norte: {
          id: first,
          size: 1,
          displayName: 'Ana Norte',
          records: { nodes: [{ source: 'n-web' }] },
        },
        club: null,
        nobody: null,
      },
    });
  });

  test('is answered about a customer of others as about one that never was', async () => {
    await declareHouse(app);
    const [luis] = await upsertRecords(app, record('s-web', '1', [email('luis@correo.mx')], { givenName: 'Luis' }));
    const about = (id: string, value: string) => `{
      customer(id: "${id}") { id } identity(id: "${id}") { state }
      customerByIdentifier(identifier: { type: "EMAIL", value: "${value}" }) { id }
      resolve(identifiers: [{ type: "EMAIL", value: "${value}" }]) { customers { id } identifiers { standing explanation } }
      customerByRecord(ref: { source: "s-web", recordId: "1" }) { id } record(ref: { source: "s-web", recordId: "1" }) { recordId }
      identityGraph(customerId: "${id}") { nodes { id } customer { id } }
      customerHistory(id: "${id}", first: 5) { nodes { id } } bridges(customerId: "${id}") { total }
    }`;
    const foreign = await askAs<object>(app, 'norte', about(luis ?? '', 'luis@correo.mx'));
    const unknown = await askAs<object>(app, 'norte', about('01900000-0000-7000-8000-000000000000', 'marta@correo.mx'));
    expect(foreign.errors).toEqual(unknown.errors);
    expect(foreign.data).toEqual(unknown.data);
  });

  test('decides nothing, declares nothing, and writes only for its own sources', async () => {
    await declareHouse(app);
    const refused = await askAs<Record<string, { userErrors: { code: string }[] }>>(
      app,
      'norte',
      `mutation { a: neverLink(input: { reason: "x", sides: [] }) { userErrors { code } }
        b: upsertBrands(input: { brands: [] }) { userErrors { code } }
        c: upsertSources(input: { sources: [] }) { userErrors { code } }
        d: applyPolicy(input: { policy: {}, reason: "x" }) { userErrors { code } }
        e: upsertRecords(input: { records: [
          { source: "n-web", recordId: "1", identifiers: [] },
          { source: "s-web", recordId: "1", identifiers: [] },
          { source: "c-web", recordId: "1", identifiers: [] }, { source: "new", recordId: "1", identifiers: [] }
        ] }) { results { outcome } userErrors { code field } } }`,
    );
    expect(refused.errors).toEqual([]);
    for (const each of ['a', 'b', 'c', 'd']) expect(refused.data[each]?.userErrors).toEqual([{ code: 'NOT_ALLOWED' }]);
    expect(refused.data['e']).toEqual({
      results: [{ outcome: 'CREATED' }, { outcome: 'REJECTED' }, { outcome: 'REJECTED' }, { outcome: 'REJECTED' }],
      userErrors: [1, 2, 3].map((index) => ({ code: 'UNKNOWN_SOURCE', field: `records[${index}].source` })),
    });
  });

  test('that does not exist is refused by name of the header', async () => {
    const answer = await askAs(app, 'nobody', '{ brands { id } }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNKNOWN_BRAND' } }]);
    expect(answer.text).not.toContain('nobody');
  });
});
