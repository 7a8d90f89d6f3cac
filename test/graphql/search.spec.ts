import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { BrandsService } from '../../src/brands/brands.service.js';
import { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/statement.js';
import { ask, upsertRecords } from '../support/api.js';
import { askAs, declareHouse } from '../support/brands.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

const awaitIndex = statementOf<Record<string, never>, never>(
  'test/await-search-index',
  'CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()',
  { access: 'write' },
);

const person = (source: string, recordId: string, attributes: object, ...identifiers: [string, string][]): object => {
  return { source, recordId, attributes, identifiers: identifiers.map(([type, value]) => ({ type, value })) };
};

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await emptyGraph(app.nest.get(Graph));
  await app.nest.get(BrandsService).look();
  await declareHouse(app);
  const address = { street: 'Avenida Juárez', number: '12', city: 'Puebla', postalCode: '72000', country: 'MX' };
  await upsertRecords(
    app,
    person('n-web', 'ana', { givenName: 'Ana', familyName: 'Gómez Ruiz', birthDate: '1990-02-28' }, [
      ...(['EMAIL', 'ana.gomez@correo.mx'] as [string, string]),
    ]),
    person('s-web', 'ana', { address }, ['EMAIL', 'ana.gomez@correo.mx'], ['PHONE', '+52 55 1234 5678']),
    person('s-web', 'jose', { givenName: 'José', familyName: 'Muñoz', birthDate: '1985-04-03', address }),
    person('n-web', 'joao', { fullName: 'João Guadalupe da Silva' }, ['PHONE', '+55 11 91234-5678']),
    person('n-web', 'gone', { givenName: 'Desaparecida' }),
  );
  await ask(
    app,
    'mutation { deleteRecords(input: { records: [{ source: "n-web", recordId: "gone" }] }) { replayed } }',
  );
  await app.nest.get(Graph).write('test.index', (tx) => tx.run(awaitIndex, {}));
});
afterAll(() => app.close());

const SEARCH = `query ($text: String!, $first: Int!, $after: String) { search(text: $text, first: $first, after: $after) {
  nodes { displayName size } pageInfo { hasNextPage endCursor } } }`;

interface Page {
  nodes: { displayName: string; size: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function names(text: string): Promise<string[]> {
  const { search } = await ask<{ search: Page }>(app, SEARCH, { text, first: 10 });
  return search.nodes.map((each) => each.displayName);
}

const ANA = 'Ana Gómez Ruiz';
const JOSE = 'José Muñoz';
const JOAO = 'João Guadalupe da Silva';

describe('search', () => {
  test.each<[string, string, string[]]>([
    ['a given name', 'Ana', [ANA]],
    ['without accents, in capitals', 'GOMEZ', [ANA]],
    ['the beginning of a name', 'muñ', [JOSE]],
    ['a mistyped name', 'Gomes', [ANA]],
    ['letters that changed places', 'Gumaez', []],
    ['two letters wrong in a long name', 'Guadaluppe', [JOAO]],
    ['a name in the middle', 'silva', [JOAO]],
    ['name and surname the other way round', 'Ruiz Ana', [ANA]],
    ['a name that nobody has with one that somebody has', 'Ana Pérez', []],
    ['an e-mail address', 'Ana.Gomez@Correo.mx', [ANA]],
    ['a part of an e-mail address', 'correo.mx', [ANA]],
    ['another e-mail address', 'ana.gome@correo.mx', []],
    ['a phone with its country', '+52 55 1234 5678', [ANA]],
    ['a phone without', '(55) 1234-5678', [ANA]],
    ['the end of a phone', '1234 5678', [ANA, JOAO]],
    ['a birth date', '28/02/1990', [ANA]],
    ['a birth date that may be read in two ways', '03/04/1985', [JOSE]],
    ['the same day as it is written elsewhere', '1985-04-03', [JOSE]],
    ['a street and a town', 'Juarez Puebla', [ANA, JOSE]],
    ['a name in one record and the town in another', 'Ana Puebla', [ANA]],
    ['a postal code', '72000', [ANA, JOSE]],
    ['somebody deleted', 'Desaparecida', []],
    ['a source, which is no datum of a person', 'n-web', []],
    ['nothing that is a word', '?!', []],
    ['what would be a query elsewhere', 'source:* OR ana"', []],
  ])('by %s', async (_, text, found) => {
    expect((await names(text)).sort()).toEqual(found);
  });

  test('puts the word itself before words that begin with it or look like it', async () => {
    await upsertRecords(
      app,
      person('n-web', 'r1', { givenName: 'Marian' }),
      person('n-web', 'r2', { givenName: 'Marina' }),
      person('n-web', 'r3', { givenName: 'Maria' }),
    );
    await app.nest.get(Graph).write('test.index', (tx) => tx.run(awaitIndex, {}));
    expect((await names('maria'))[0]).toBe('Maria');
    expect((await names('maria')).sort()).toEqual(['Maria', 'Marian', 'Marina']);
  });

  test('is paged', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const answer: { search: Page } = await ask(app, SEARCH, { text: 'puebla', first: 1, after });
      seen.push(...answer.search.nodes.map((each) => each.displayName));
      after = answer.search.pageInfo.endCursor;
      if (!answer.search.pageInfo.hasNextPage) break;
    }
    expect(seen.sort()).toEqual([ANA, JOSE]);
  });

  test('finds for a brand what that brand may see', async () => {
    const found = async (brand: string, text: string) =>
      (await askAs<{ search: Page }>(app, brand, SEARCH, { text, first: 10 })).data.search.nodes;
    expect(await found('sur', 'Ruiz')).toEqual([]);
    expect(await found('norte', 'Ruiz')).toEqual([{ displayName: ANA, size: 1 }]);
    expect(await found('norte', 'Ana Puebla')).toEqual([]);
    expect(await found('casa', 'Ana Puebla')).toEqual([{ displayName: ANA, size: 2 }]);
    expect(await found('club', 'Ana')).toEqual([]);
  });

  test.each([
    ['no text', { text: ' ', first: 1 }, 'text'],
    ['too much of it', { text: 'a'.repeat(201), first: 1 }, 'text'],
    ['a huge page', { text: 'ana', first: 101 }, 'first'],
    ['a cursor of another list', { text: 'ana', first: 1, after: 'eyJ9' }, 'after'],
  ])('refuses %s', async (_, variables, field) => {
    const { errors } = await app.gql(SEARCH, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ field }] } }]);
  });
});
