import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { ask, email, upsertRecords } from '../support/api.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => emptyGraph(app.nest.get(Graph)));
afterAll(() => app.close());

const PROVENANCE =
  'provenance { source recordId capturedAt rule records moreAlternatives alternatives { value source recordId lostBy records } }';
const PROFILE = `profile {
  policy records complete displayName moreAttributes
  name { full given family surnames mainSurname married generation title nickname problems raw ${PROVENANCE} }
  birthDate { value precision ambiguous candidates raw ${PROVENANCE} }
  address { country adminAreaCode adminArea municipality locality dependentLocality settlement streetType street number unit
            crossStreets postalCode reference lines labels { field label } completeness valid raw ${PROVENANCE} }
  contactPoints { type namespace display ${PROVENANCE} }
  attributes { name value ${PROVENANCE} } }`;
const CUSTOMER = `query ($id: ID!) { customer(id: $id) { id ${PROFILE} } }`;

const record = (source: string, recordId: string, capturedAt: string, identifiers: object[], attributes: object) => ({
  ...{ source, recordId, capturedAt: `${capturedAt}T10:00:00Z`, identifiers, attributes },
});
const shop = record('shop', '17', '2025-03-01', [email('ana@correo.mx')], {
  fullName: 'GOMEZ RUIZ, ANA',
  birthDate: '28/02/1990',
  address: {
    street: 'Av. Juárez 12',
    colonia: 'Centro',
    city: 'Puebla',
    region: 'PUE',
    postalCode: '72000',
    country: 'MX',
  },
  gender: 'f',
});
const crm = record(
  'crm',
  'A-4',
  '2026-01-31',
  [email('ana@correo.mx'), email('ana.gomez@oficina.mx'), { type: 'PHONE', value: '+52 1 55 1234 5678' }],
  {
    givenName: 'Ana',
    familyName: 'Gómez Ruiz',
    birthDate: '1900-01-01',
    address: { country: 'MX' },
    gender: 'F',
    tier: 'gold',
  },
);

interface Answer {
  customer: { id: string; profile: Record<string, unknown> };
}

describe('the profile of a customer', () => {
  test('says of each kind one value, where it comes from and what it was chosen over', async () => {
    const [id] = await upsertRecords(app, shop, crm);
    const { customer } = await ask<Answer>(app, CUSTOMER, { id });
    expect(customer.profile).toMatchObject({
      ...{ policy: 'survivorship-1', records: 2, complete: true, displayName: 'Ana Gómez Ruiz', moreAttributes: 0 },
      name: {
        ...{
          full: 'Ana Gómez Ruiz',
          given: 'Ana',
          family: 'Gómez Ruiz',
          surnames: ['Gómez', 'Ruiz'],
          mainSurname: 'Gómez',
        },
        raw: { givenName: 'Ana', familyName: 'Gómez Ruiz' },
        provenance: { source: 'crm', recordId: 'A-4', rule: 'UNDISPUTED', records: 2, alternatives: [] },
      },
      birthDate: {
        ...{ value: '1990-02-28', precision: 'DAY', ambiguous: false, raw: '28/02/1990' },
        provenance: {
          ...{ source: 'shop', capturedAt: '2025-03-01T10:00:00.000Z', rule: 'UNDISPUTED', records: 1 },
          alternatives: [{ value: '1900-01-01', source: 'crm', recordId: 'A-4', lostBy: 'UNUSABLE', records: 1 }],
        },
      },
      address: {
        ...{
          country: 'MX',
          adminAreaCode: 'MX-PUE',
          adminArea: 'Puebla',
          streetType: 'Avenida',
          street: 'Juárez',
          number: '12',
        },
        ...{ dependentLocality: 'Centro', postalCode: '72000', valid: true },
        labels: [
          { field: 'adminArea', label: 'Estado' },
          { field: 'municipality', label: 'Municipio o alcaldía' },
          { field: 'dependentLocality', label: 'Colonia' },
          { field: 'number', label: 'Número exterior' },
          { field: 'postalCode', label: 'Código postal' },
        ],
        provenance: { source: 'shop', rule: 'COMPLETENESS', alternatives: [{ source: 'crm', lostBy: 'COMPLETENESS' }] },
      },
      attributes: [
        { name: 'gender', value: 'F', provenance: { source: 'crm', rule: 'UNDISPUTED', records: 2 } },
        { name: 'tier', value: 'gold', provenance: { source: 'crm', rule: 'UNDISPUTED', records: 1 } },
      ],
    });
  });

  test('shows contact points masked', async () => {
    const [id] = await upsertRecords(app, shop, crm);
    const { text } = await app.gql(CUSTOMER, { id });
    const { data } = JSON.parse(text) as { data: Answer };
    expect(data.customer.profile['contactPoints']).toMatchObject([
      { type: 'EMAIL', provenance: { source: 'crm', rule: 'FREQUENCY', alternatives: [{ lostBy: 'FREQUENCY' }] } },
      { type: 'PHONE', display: '+52 ** **** 5678', provenance: { source: 'crm', rule: 'UNDISPUTED' } },
    ]);
    expect(text).not.toMatch(/ana@correo|ana\.gomez|12345678/);
  });

  test('of a record that says nothing is empty', async () => {
    const [id] = await upsertRecords(
      app,
      record('app', 'x1', '2026-01-31', [{ type: 'COOKIE', value: 'c-1', namespace: 'tienda.mx' }], {}),
    );
    const { customer } = await ask<Answer>(app, CUSTOMER, { id });
    expect(customer.profile).toMatchObject({
      name: null,
      birthDate: null,
      address: null,
      contactPoints: [],
      attributes: [],
    });
  });

  test('is that of each side again after an unmerge', async () => {
    const other = record('web', '9', '2026-01-15', [email('ana@oficina.mx')], {
      fullName: 'Ana María Gómez Ruiz',
      tier: 'blue',
    });
    const [one, two] = await upsertRecords(app, shop, other);
    const before = [await ask<Answer>(app, CUSTOMER, { id: one }), await ask<Answer>(app, CUSTOMER, { id: two })];
    const [live] = await upsertRecords(
      app,
      record('tie', '1', '2026-01-30', [email('ana@correo.mx'), email('ana@oficina.mx')], {}),
    );
    const { customer: merged } = await ask<Answer>(app, CUSTOMER, { id: live });
    expect(merged.profile).toMatchObject({
      name: { full: 'Ana María Gómez Ruiz', provenance: { source: 'web', rule: 'COMPLETENESS' } },
      birthDate: { value: '1990-02-28', provenance: { source: 'shop' } },
    });
    const history = `query ($id: ID!) { customerHistory(id: $id, first: 10) { nodes { id kind } } }`;
    const { customerHistory } = await ask<{ customerHistory: { nodes: { id: string; kind: string }[] } }>(
      app,
      history,
      { id: live },
    );
    const event = customerHistory.nodes.find((each) => each.kind === 'MERGED')?.id;
    const unmerge = `mutation ($input: UnmergeInput!) { unmerge(input: $input) { userErrors { code message } } }`;
    const { unmerge: done } = await ask<{ unmerge: { userErrors: object[] } }>(app, unmerge, {
      input: { eventId: event, reason: 'two people' },
    });
    expect(done.userErrors).toEqual([]);
    const after = [await ask<Answer>(app, CUSTOMER, { id: one }), await ask<Answer>(app, CUSTOMER, { id: two })];
    const facts = (answers: Answer[]) =>
      answers.map(({ customer: { profile } }) => [
        profile['name'],
        profile['birthDate'],
        profile['address'],
        profile['attributes'],
      ]);
    expect(facts(after)).toEqual(facts(before));
  });
});

test('the profiles of a page of customers cost one statement for all of them', async () => {
  const named = (each: string) => record('crm', each, '2026-01-31', [], { fullName: `Ana Paz ${each}` });
  await upsertRecords(app, ...['1', '2', '3'].map(named));
  const lookups = jest.spyOn(app.nest.get(Graph), 'lookup');
  const query = '{ customers(first: 100) { nodes { profile { records name { full } } } } }';
  const { customers } = await ask<{ customers: { nodes: { profile: { records: number } }[] } }>(app, query);
  // Background jobs look at the graph now and then, too.
  const asked = lookups.mock.calls.map(([statement]) => statement.name);
  const names = asked.filter((name) => /^(customers|profile)[/]/.test(name)).sort();
  lookups.mockRestore();
  expect(customers.nodes.map((each) => each.profile.records)).toEqual([1, 1, 1]);
  expect(names).toEqual(['customers/list-customers', 'profile/records-of-customers']);
});
