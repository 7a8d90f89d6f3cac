import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { BrandsService } from '../../src/brands/brands.service.js';
import { Graph } from '../../src/graph/graph.js';
import { DEFAULT_POLICY } from '../../src/identity/policy/default-policy.js';
import { ask, email } from '../support/api.js';
import { askAs, declare, declareHouse, DECLARE_BRANDS, DECLARE_SOURCES } from '../support/brands.js';
import { IdentityWorld } from '../support/identity-world.js';
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

const UPSERT = `mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) {
  results { outcome customer { id size } warnings { code field message } } } }`;

interface Upserted {
  results: { outcome: string; customer: { id: string; size: number } | null; warnings: { code: string }[] }[];
}

async function upsert(...records: object[]): Promise<Upserted['results']> {
  return (await ask<{ upsertRecords: Upserted }>(app, UPSERT, { input: { records } })).upsertRecords.results;
}

const record = (source: string, recordId: string, identifiers: object[], attributes: object = {}): object => {
  return { source, recordId, identifiers, attributes };
};

describe('the inventory', () => {
  test('is declared, read back with what holds, and declared anew', async () => {
    await declareHouse(app);
    const more = { system: 'Shopify', owner: 'Ventas', kind: 'SHOP', trust: 80, freshnessHours: 24, fields: ['email'] };
    await ask(app, DECLARE_SOURCES, {
      input: { sources: [{ id: 'n-web', brandId: 'norte', country: 'CO', ...more }] },
    });
    const { brand, sources } = await ask<Record<string, unknown>>(
      app,
      `{ brand(id: "norte") { name parentId country realm visibility sees sourceIds }
         sources(brandId: "norte") { id declared brandId system owner kind country trust freshnessHours fields realm } }`,
    );
    expect(brand).toEqual({
      ...{ name: 'Norte', parentId: 'casa', country: 'MX', realm: 'default', visibility: 'PRIVATE' },
      ...{ sees: ['norte', 'club'], sourceIds: ['n-web'] },
    });
    expect(sources).toEqual([
      { id: 'n-web', declared: true, brandId: 'norte', country: 'CO', realm: 'default', ...more },
    ]);
    await ask(app, DECLARE_BRANDS, { input: { brands: [{ id: 'norte', name: 'Norte libre' }] } });
    expect(await ask(app, '{ brand(id: "norte") { name parentId country } }')).toEqual({
      brand: { name: 'Norte libre', parentId: null, country: null },
    });
  });

  test('is not written in a dry run, nor when one of it is refused', async () => {
    const tried = await ask<{ upsertBrands: object }>(app, DECLARE_BRANDS, {
      input: { brands: [{ id: 'a', name: 'A' }], dryRun: true },
    });
    expect(tried.upsertBrands).toMatchObject({ brands: [{ id: 'a' }], userErrors: [] });
    const refused = await ask<{ upsertBrands: object }>(app, DECLARE_BRANDS, {
      input: {
        brands: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B', parentId: 'c' },
        ],
      },
    });
    expect(refused.upsertBrands).toEqual({
      brands: [],
      userErrors: [{ code: 'UNKNOWN_BRAND', field: 'brands[1].parentId', message: 'is no brand of this inventory' }],
    });
    expect(await ask(app, '{ brands { id } }')).toEqual({ brands: [] });
  });

  test('keeps two declarations at once from making a circle', async () => {
    await ask(app, DECLARE_BRANDS, {
      input: {
        brands: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
      },
    });
    const both = await Promise.all(
      [
        { id: 'a', name: 'A', parentId: 'b' },
        { id: 'b', name: 'B', parentId: 'a' },
      ].map((brand) =>
        ask<{ upsertBrands: { userErrors: object[] } }>(app, DECLARE_BRANDS, { input: { brands: [brand] } }),
      ),
    );
    expect(both.flatMap((each) => each.upsertBrands.userErrors)).toHaveLength(1);
  });

  test('names sources that spoke before anybody declared them', async () => {
    await upsert(record('legacy', '1', [email('ana@correo.mx')]));
    expect(await ask(app, '{ sources { id declared brandId trust } }')).toEqual({
      sources: [{ id: 'legacy', declared: false, brandId: null, trust: 50 }],
    });
  });
});

describe('a record', () => {
  test('is read as of its source: in its realm, and from its country', async () => {
    await declare(
      app,
      [
        { id: 'tienda', name: 'Tienda', country: 'MX' },
        { id: 'banco', name: 'Banco', country: 'AR', realm: 'banco' },
      ],
      [
        { id: 'web', brandId: 'tienda' },
        { id: 'core', brandId: 'banco' },
      ],
    );
    const phone = { type: 'PHONE', value: '55 1234 5678' };
    const both = [email('ana@correo.mx'), { type: 'SSO', value: 'ana', namespace: 'https://login.tienda.mx' }];
    const [first, second] = await upsert(record('web', '1', [...both, phone]), record('core', '1', both));
    expect(first?.warnings).toEqual([]);
    expect(second?.outcome).toBe('CREATED');
    expect(second?.customer?.id).not.toBe(first?.customer?.id);
    const found = await askAs<{ customerByIdentifier: { id: string } }>(
      app,
      'banco',
      '{ customerByIdentifier(identifier: { type: "EMAIL", value: "ana@correo.mx" }) { id } }',
    );
    expect(found.data.customerByIdentifier.id).toBe(second?.customer?.id);
  });

  test('keeps its source in its realm once it was taken', async () => {
    await declare(app, [{ id: 'banco', name: 'Banco', realm: 'banco' }], []).catch(() => undefined);
    await upsert(record('core', '1', [email('ana@correo.mx')]));
    const moved = await ask<{ upsertSources: { userErrors: object[] } }>(app, DECLARE_SOURCES, {
      input: { sources: [{ id: 'core', brandId: 'banco' }] },
    });
    expect(moved.upsertSources.userErrors).toMatchObject([{ code: 'REALM_FIXED', field: 'sources[0].brandId' }]);
  });
});

describe('a policy that refuses sources that nobody declared', () => {
  test('rejects their records, and takes those of the others', async () => {
    await declareHouse(app);
    const world = new IdentityWorld(app.nest.get(Graph), { ...DEFAULT_POLICY, unknownSources: 'refuse' });
    const say = (source: string) => ({ source, recordId: '1', identifiers: [], attributes: {} });
    const results = await world.upsert([say('n-web'), say('legacy')]);
    expect(results.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([
      ['CREATED', undefined],
      ['REJECTED', 'UNKNOWN_SOURCE'],
    ]);
    expect(await ask(app, '{ sources { id } }')).toEqual({
      sources: [{ id: 'c-web' }, { id: 'n-web' }, { id: 's-web' }],
    });
  });
});
