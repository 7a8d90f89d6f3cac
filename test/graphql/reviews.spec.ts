import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

interface Item {
  id: string;
  kind: string;
  status: string;
  version: number;
  reasons: string[];
  identifier: { type: string } | null;
  record: { recordId: string } | null;
  customers: { id: string }[];
  choice: string | null;
  choices: { choice: string; changes: { kind: string }[]; refusal: string | null }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => emptyGraph(app.nest.get(Graph)));
afterAll(() => app.close());

async function items(filter: object = {}): Promise<Item[]> {
  const query = `query ($status: ReviewStatus, $kind: ReviewKind, $openedBefore: DateTime) {
    reviewItems(first: 100, status: $status, kind: $kind, openedBefore: $openedBefore) { nodes {
      id kind status version reasons identifier { type } record { recordId } customers { id } choice
      choices { choice changes { kind } refusal } } } }`;
  const answer = await app.gql<{ reviewItems: { nodes: Item[] } }>(query, { status: 'OPEN', ...filter });
  expect(answer.errors).toEqual([]);
  return answer.data.reviewItems.nodes;
}

async function decide(input: object): Promise<{ codes: string[]; changes: { kind: string }[] }> {
  const query = `mutation ($input: DecideReviewItemInput!) { decideReviewItem(input: $input) {
    changes { kind } userErrors { code field } } }`;
  const answer = await app.gql<{
    decideReviewItem: { changes: { kind: string }[]; userErrors: { code: string }[] };
  }>(query, { input: { reason: 'looked at it', ...input } });
  expect(answer.errors).toEqual([]);
  const { changes, userErrors } = answer.data.decideReviewItem;
  return { changes, codes: userErrors.map((each) => each.code) };
}

const phone = { type: 'PHONE', value: '+525512345678' };

async function upsert(recordId: string, givenName: string, identifiers: object[] = [phone]): Promise<void> {
  const query = `mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) { userErrors { code } } }`;
  const attributes = { givenName, birthDate: givenName === 'Ana' ? '1980-01-01' : '1994-12-03' };
  const answer = await app.gql(query, {
    input: { records: [{ source: 'crm', recordId, identifiers, attributes }] },
  });
  expect(answer.errors).toEqual([]);
}

describe('a contested identifier', () => {
  beforeEach(async () => {
    await upsert('1', 'Ana');
    await upsert('2', 'Luis');
  });

  test('is an item that says what each choice would do', async () => {
    const [item] = await items();
    expect(item).toMatchObject({
      ...{ kind: 'CONTESTED', status: 'OPEN', version: 1, reasons: ['PERSONS'], identifier: { type: 'PHONE' } },
      ...{ record: null, choice: null },
    });
    expect(item?.customers).toHaveLength(2);
    expect(item?.choices.map((each) => [each.choice, each.changes.map((change) => change.kind), each.refusal])).toEqual(
      [
        ['KEEP', [], null],
        ['BLOCK', [], null],
        ['MERGE', ['MERGED'], null],
        ['SEPARATE', [], null],
        ['CUT', [], 'depends on the moment: try it with dryRun'],
      ],
    );
    expect(await items({ status: 'DECIDED' })).toEqual([]);
  });

  test('is decided once; a stale decision is refused', async () => {
    const [{ id, version } = { id: '', version: 0 }] = await items();
    expect(await decide({ id, version: version + 1, choice: 'KEEP' })).toMatchObject({ codes: ['STALE_REVIEW_ITEM'] });
    expect(await decide({ id, version, choice: 'REVOKE' })).toMatchObject({ codes: ['INVALID_INPUT'] });
    expect(await decide({ id, version, choice: 'KEEP' })).toEqual({ codes: [], changes: [] });
    expect(await decide({ id, version, choice: 'MERGE' })).toMatchObject({ codes: ['STALE_REVIEW_ITEM'] });
    expect(await items()).toEqual([]);
    expect(await items({ status: 'DECIDED' })).toMatchObject([{ id, choice: 'KEEP' }]);
    expect(await decide({ id: 'none', version, choice: 'KEEP' })).toMatchObject({ codes: ['UNKNOWN_REVIEW_ITEM'] });
  });

  test('a choice is done in the transaction that marks the item', async () => {
    const [{ id, version } = { id: '', version: 0 }] = await items();
    expect(await decide({ id, version, choice: 'MERGE', dryRun: true })).toMatchObject({
      changes: [{ kind: 'MERGED' }],
    });
    expect(await items()).toHaveLength(1);
    expect(await decide({ id, version, choice: 'MERGE' })).toMatchObject({ codes: [], changes: [{ kind: 'MERGED' }] });
    expect(await items()).toEqual([]);
  });

  test('is contested no more when it is cut at the moment that is told', async () => {
    await upsert('1', 'Ana', [{ ...phone, since: '2020-05-01T00:00:00Z' }]);
    await upsert('2', 'Luis', [{ ...phone, since: '2025-05-01T00:00:00Z' }]);
    const [{ id, version } = { id: '', version: 0 }] = await items();
    expect(await decide({ id, version, choice: 'CUT' })).toMatchObject({ codes: ['INVALID_INPUT'] });
    expect(await items()).toHaveLength(1);
    expect(await decide({ id, version, choice: 'CUT', at: '2024-01-01T00:00:00Z' })).toEqual({
      codes: [],
      changes: [],
    });
    expect(await items()).toEqual([]);
    const query = `query ($left: RecordRef!, $right: RecordRef!) { whyNot(left: $left, right: $right) { reasons { code } } }`;
    const [left, right] = ['1', '2'].map((recordId) => ({ source: 'crm', recordId }));
    const answer = await app.gql<{ whyNot: { reasons: { code: string }[] } }>(query, { left, right });
    expect(answer.data.whyNot.reasons).toEqual([{ code: 'DIFFERENT_TENURE' }]);
  });

  test('closes itself when the evidence changes, and opens again as another version', async () => {
    const [{ id } = { id: '' }] = await items();
    await upsert('2', 'Luis', []);
    expect(await items()).toEqual([]);
    expect(await items({ status: 'CLOSED' })).toMatchObject([{ id }]);
    await upsert('2', 'Luis');
    expect(await items()).toMatchObject([{ id, version: 3 }]);
  });

  test('is listed by kind and age', async () => {
    expect(await items({ kind: 'GENERIC' })).toEqual([]);
    expect(await items({ kind: 'CONTESTED' })).toHaveLength(1);
    expect(await items({ openedBefore: '2020-01-01T00:00:00Z' })).toEqual([]);
  });
});

test('a record with two subjects of one issuer conflicts with itself; taking one away settles it', async () => {
  const sso = (value: string) => ({ type: 'SSO', namespace: 'https://login.tienda.mx', value });
  await upsert('1', 'Ana', [sso('a'), sso('b')]);
  const [item] = await items();
  expect(item).toMatchObject({ kind: 'SELF_CONFLICT', reasons: ['SSO'], record: { recordId: '1' } });
  const { id = '', version = 0 } = item ?? {};
  expect(await decide({ id, version, choice: 'DETACH' })).toMatchObject({ codes: ['INVALID_INPUT'] });
  expect(await decide({ id, version, choice: 'DETACH', identifier: sso('b') })).toMatchObject({ codes: [] });
  expect(await items()).toEqual([]);
});

test('an identifier that too many records hold is an item until they are fewer', async () => {
  const device = { type: 'DEVICE', value: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d' };
  for (let number = 1; number <= 21; number += 1) await upsert(String(number), 'Ana', [device]);
  expect(await items()).toMatchObject([{ kind: 'GENERIC', identifier: { type: 'DEVICE' } }]);
  await upsert('1', 'Ana', []);
  expect(await items()).toEqual([]);
});
