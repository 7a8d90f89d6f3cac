import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { BrandsService } from '../../src/brands/brands.service.js';
import { Graph } from '../../src/graph/graph.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { ask } from '../support/api.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(240_000);

const WORLDS = 15;
const BRANDS = ['b0', 'b1', 'b2', 'b3'] as const;
const SOURCES = ['s0', 's1', 's2', 's3', 's4'] as const;

/** `b1` can only be below `b0`, `b2` below those, and so on: a forest. */
const brand = (index: number) =>
  fc.record({
    id: fc.constant(`b${index}`),
    name: fc.constant(`B${index}`),
    parentId: fc.constantFrom(null, ...BRANDS.slice(0, index)),
    visibility: fc.constantFrom(null, null, 'PRIVATE', 'FAMILY', 'ALL'),
    visibleTo: fc.subarray(
      BRANDS.filter((_, other) => other !== index),
      { maxLength: 1 },
    ),
  });
const world = fc.record({
  brands: fc.tuple(...BRANDS.map((_, index) => brand(index))),
  owners: fc.tuple(...SOURCES.map(() => fc.constantFrom(null, ...BRANDS))),
  records: fc.array(
    fc.record({
      source: fc.constantFrom(...SOURCES),
      emails: fc.subarray([0, 1, 2, 3], { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 4, maxLength: 12 },
  ),
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

/** Everything about everybody, as far as the API tells it to somebody who sees some brands only. */
const EVERYTHING = `{ customers(first: 50) { nodes { id size displayName redirectedFrom
  brands { brand { id } records } asBrand(id: "b0") { displayName records(first: 50) { nodes { source recordId } } }
  records(first: 50) { nodes { source recordId attributes identifiers { namespace display contested } } }
  identifiers(first: 50) { nodes { type namespace display records contested contestReasons } } } }
  changes(first: 50) { nodes { customerId } } decisions(first: 50) { nodes { id } } reviewItems(first: 50) { nodes { id } }
  sources { id } }`;

interface Told {
  customers: { nodes: { brands: { brand: { id: string } }[] }[] };
}

/** Written after docs/brands.md, not after the code. */
function sees({ brands }: World, viewer: string, owner: string): boolean {
  const find = (id: string) => brands.find((each) => each.id === id);
  const line = (id: string): string[] => [id, ...(find(id)?.parentId ? line(find(id)?.parentId ?? '') : [])];
  const above = line(owner);
  const word = above.map((id) => find(id)?.visibility).find((each) => each) ?? 'PRIVATE';
  return (
    above.includes(viewer) ||
    above.some((id) => find(id)?.visibleTo.includes(viewer as (typeof BRANDS)[number])) ||
    word === 'ALL' ||
    (word === 'FAMILY' && line(viewer).at(-1) === above.at(-1))
  );
}

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

async function build({ brands, owners, records }: World): Promise<void> {
  await emptyGraph(app.nest.get(Graph));
  await app.nest.get(BrandsService).look();
  const sources = SOURCES.map((id, index) => ({ id, brandId: owners[index] }));
  const said = records.map(({ source, emails }, index) => ({
    source,
    recordId: `secret-${source}-${index}`,
    // A name of an organisation is shown and tells no persons apart, so that whoever shares an address is one.
    attributes: { organizationName: `secret-${source}`, note: `secret-${source}` },
    identifiers: [
      ...emails.map((each) => ({ type: 'EMAIL', value: `address${each}@correo.mx` })),
      { type: 'EXTERNAL_ID', value: `${index}`, namespace: `secret-${source}` },
    ],
  }));
  const answer = await ask<Record<string, { userErrors: object[] }>>(
    app,
    `mutation ($brands: UpsertBrandsInput!, $sources: UpsertSourcesInput!, $records: UpsertRecordsInput!) {
       a: upsertBrands(input: $brands) { userErrors { field message } }
       b: upsertSources(input: $sources) { userErrors { field message } }
       c: upsertRecords(input: $records) { userErrors { field message } } }`,
    { brands: { brands }, sources: { sources }, records: { records: said } },
  );
  for (const { userErrors } of Object.values(answer)) expect(userErrors).toEqual([]);
}

test('a brand is told of the records that it may see, and of nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      await build(made);
      for (const viewer of BRANDS) {
        const body = JSON.stringify({ query: EVERYTHING });
        const { errors, text, data } = await app.post<Told>(body, { 'huella-brand': viewer });
        expect(errors).toEqual([]);
        const named = data.customers.nodes.flatMap((each) => each.brands.map(({ brand }) => brand.id));
        expect(named.filter((owner) => !sees(made, viewer, owner))).toEqual([]);
        const told = SOURCES.filter((source) => text.includes(`secret-${source}`));
        const spoke = SOURCES.filter((source, index) => {
          const owner = made.owners[index];
          return owner && sees(made, viewer, owner) && made.records.some((each) => each.source === source);
        });
        expect([viewer, told]).toEqual([viewer, spoke]);
      }
    }),
    { ...runSettings('views of brands', WORLDS), endOnFailure: true },
  );
});
