import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { LIMITS } from '../../src/kernel/limits.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

const UPSERT = `mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) {
  results { ref { source recordId } customer { id } outcome warnings { code field message } }
  replayed userErrors { code field message } } }`;
const DELETE = `mutation ($input: DeleteRecordsInput!) { deleteRecords(input: $input) {
  results { ref { source recordId } customer { id } outcome } replayed userErrors { code field message } } }`;

interface Problem {
  code: string;
  field: string;
  message: string;
}
interface Payload {
  results: {
    ref: { source: string; recordId: string };
    customer: { id: string; size?: number } | null;
    outcome: string;
    warnings: Problem[];
  }[];
  replayed: boolean;
  userErrors: Problem[];
}

const email = (value: string) => ({ type: 'EMAIL', value });
const record = (recordId: string, ...identifiers: object[]) => ({ source: 'crm', recordId, identifiers });

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => emptyGraph(app.nest.get(Graph)));
afterAll(() => app.close());

async function upsert(records: readonly object[], options: object = {}): Promise<Payload> {
  const answer = await app.gql<{ upsertRecords: Payload }>(UPSERT, { input: { records, ...options } });
  expect(answer.errors).toEqual([]);
  return answer.data.upsertRecords;
}

async function remove(records: readonly object[], options: object = {}): Promise<Payload> {
  const answer = await app.gql<{ deleteRecords: Payload }>(DELETE, { input: { records, ...options } });
  expect(answer.errors).toEqual([]);
  return answer.data.deleteRecords;
}

async function customerOf(recordId: string): Promise<{ id: string; size: number } | null> {
  const query = `query ($ref: RecordRef!) { customerByRecord(ref: $ref) { id size } }`;
  const answer = await app.gql<{ customerByRecord: { id: string; size: number } | null }>(query, {
    ref: { source: 'crm', recordId },
  });
  expect(answer.errors).toEqual([]);
  return answer.data.customerByRecord;
}

describe('upsertRecords', () => {
  test('answers what became of each record, in their order', async () => {
    const first = await upsert([record('1', email('ana@correo.mx')), record('2', email('luis@correo.mx'))]);
    expect(first).toMatchObject({ replayed: false, userErrors: [] });
    expect(first.results.map((each) => [each.ref, each.outcome])).toEqual([
      [{ source: 'crm', recordId: '1' }, 'CREATED'],
      [{ source: 'crm', recordId: '2' }, 'CREATED'],
    ]);
    const second = await upsert([record('3', email('Ana@Correo.MX')), record('1', email('ana@correo.mx'))]);
    expect(second.results.map((each) => each.outcome)).toEqual(['ATTACHED', 'UNCHANGED']);
    expect(second.results[0]?.customer?.id).toBe(first.results[0]?.customer?.id);
    expect(await customerOf('3')).toEqual({ id: first.results[0]?.customer?.id, size: 2 });
  });

  test('merges, and falls apart again with the former id', async () => {
    const made = await upsert([record('1', email('ana@correo.mx')), record('2', email('ana@oficina.mx'))]);
    const merged = await upsert([record('3', email('ana@correo.mx'), email('ana@oficina.mx'))]);
    expect(merged.results[0]).toMatchObject({ outcome: 'MERGED' });
    expect((await customerOf('2'))?.id).toBe((await customerOf('1'))?.id);
    const split = await upsert([record('3', email('ana@correo.mx'))]);
    expect(split.results[0]).toMatchObject({ outcome: 'SPLIT' });
    expect(await customerOf('2')).toEqual({ id: made.results[1]?.customer?.id, size: 1 });
  });

  test('a record without identifiers is its own customer', async () => {
    const { results, userErrors } = await upsert([record('1'), record('2')]);
    expect(userErrors).toEqual([]);
    expect(new Set(results.map((each) => each.customer?.id)).size).toBe(2);
  });

  test('PATCH adds and removes; REPLACE says everything', async () => {
    await upsert([
      { ...record('1', email('ana@correo.mx')), attributes: { givenName: 'Ana', address: { city: 'Puebla' } } },
    ]);
    await upsert([
      {
        ...record('1', email('ana@oficina.mx')),
        removeIdentifiers: [email('ana@correo.mx')],
        attributes: { address: { city: null, country: 'MX' } },
        mode: 'PATCH',
      },
    ]);
    const query = `{ record(ref: { source: "crm", recordId: "1" }) { attributes identifiers { type display } } }`;
    expect((await app.gql(query)).data).toEqual({
      record: {
        attributes: { givenName: 'Ana', address: { country: 'MX' } },
        identifiers: [{ type: 'EMAIL', display: 'a***@oficina.mx' }],
      },
    });
    await upsert([record('1')]);
    expect((await app.gql(query)).data).toEqual({ record: { attributes: {}, identifiers: [] } });
  });

  test('an older version is stale', async () => {
    await upsert([{ ...record('1'), sourceVersion: '7' }]);
    const { results } = await upsert([{ ...record('1', email('ana@correo.mx')), sourceVersion: '6' }]);
    expect(results[0]?.outcome).toBe('STALE');
  });

  test('a dry run says what would happen and writes nothing', async () => {
    const { results } = await upsert([record('1', email('ana@correo.mx'))], { dryRun: true });
    expect(results).toMatchObject([{ outcome: 'CREATED', customer: null }]);
    expect(await customerOf('1')).toBeNull();
    const [made] = (await upsert([record('1', email('ana@correo.mx'))])).results;
    const again = await upsert([record('2', email('ana@correo.mx'))], { dryRun: true });
    expect(again.results).toMatchObject([{ outcome: 'ATTACHED', customer: { id: made?.customer?.id } }]);
    expect(await customerOf('2')).toBeNull();
  });

  test('a repeated idempotency key answers the first result and does nothing', async () => {
    const records = [record('1', email('ana@correo.mx')), record(' ', email('x@correo.mx'))];
    const first = await upsert(records, { idempotencyKey: 'k-1' });
    await remove([{ source: 'crm', recordId: '1' }]);
    const second = await upsert(records, { idempotencyKey: 'k-1' });
    expect(second).toEqual({ ...first, replayed: true });
    expect(await customerOf('1')).toBeNull();
  });

  test('an idempotency key with another payload is refused', async () => {
    await upsert([record('1')], { idempotencyKey: 'k-2' });
    const refused = await upsert([record('2')], { idempotencyKey: 'k-2' });
    expect(refused).toMatchObject({ results: [], replayed: false });
    expect(refused.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' }]);
    expect(await customerOf('2')).toBeNull();
  });

  test('tells more of a customer than its id when that is asked for', async () => {
    const answer = await app.gql<{ upsertRecords: Payload }>(
      `mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) { ...Sizes } }
       fragment Sizes on UpsertRecordsPayload { results { customer { id size records(first: 1) { nodes { recordId } } } } }`,
      { input: { records: [record('1', email('a@correo.mx')), record('2', email('a@correo.mx'))] } },
    );
    expect(answer.errors).toEqual([]);
    const customer = { size: 2, records: { nodes: [{ recordId: '1' }] } };
    expect(answer.data.upsertRecords.results).toMatchObject([{ customer }, { customer }]);
  });
});

describe('deleteRecords', () => {
  test('deletes; a stub keeps older statements out', async () => {
    await upsert([{ ...record('1', email('ana@correo.mx')), sourceVersion: '1' }]);
    const { results } = await remove([{ source: 'crm', recordId: '1', sourceVersion: '3' }]);
    expect(results).toEqual([{ ref: { source: 'crm', recordId: '1' }, customer: null, outcome: 'DELETED' }]);
    const late = await upsert([{ ...record('1', email('ana@correo.mx')), sourceVersion: '2' }]);
    expect(late.results).toMatchObject([{ outcome: 'STALE', customer: null }]);
    expect(await customerOf('1')).toBeNull();
  });

  test('a dry run deletes nothing', async () => {
    await upsert([record('1')]);
    expect((await remove([{ source: 'crm', recordId: '1' }], { dryRun: true })).results[0]?.outcome).toBe('DELETED');
    expect(await customerOf('1')).not.toBeNull();
  });

  test('a bad key is rejected by itself', async () => {
    await upsert([record('1')]);
    const { results, userErrors } = await remove([
      { source: 'a|b', recordId: '1' },
      { source: 'crm', recordId: '1' },
    ]);
    expect(results.map((each) => each.outcome)).toEqual(['REJECTED', 'DELETED']);
    expect(userErrors).toMatchObject([{ code: 'BAD_KEY', field: 'records[0].source' }]);
  });
});

describe('bad input', () => {
  const good = record('good', email('ana@correo.mx'));
  const canary = 'canary@@secret';

  test.each([
    ['an unparsable phone', { type: 'PHONE', value: `+52 ${canary}` }, 'INVALID_VALUE', 'value'],
    ['a phone without country', { type: 'PHONE', value: '55 1234 5678' }, 'COUNTRY_UNKNOWN', 'value'],
    ['an unknown type', { type: 'CANARY_SECRET', value: canary }, 'UNKNOWN_TYPE', 'type'],
    ['an empty value', { type: 'EMAIL', value: ' ' }, 'EMPTY_VALUE', 'value'],
    ['a control character', { type: 'EMAIL', value: 'canary\u0007secret@x.mx' }, 'CONTROL_CHARACTER', 'value'],
    ['a string of 1 MB', { type: 'EMAIL', value: 'canary'.repeat(170_000) }, 'VALUE_TOO_LONG', 'value'],
    ['a wrong check digit', { type: 'NATIONAL_ID', value: '529.982.247-26', namespace: 'BR' }, 'CHECK_DIGIT', 'value'],
  ])('%s is left out with a warning, and the record stored', async (_, identifier, code, field) => {
    const answer = await app.gql<{ upsertRecords: Payload }>(UPSERT, {
      input: { records: [good, record('bad', email('bad@correo.mx'), identifier)] },
    });
    const { results, userErrors } = answer.data.upsertRecords;
    expect(userErrors).toEqual([]);
    expect(results.map((each) => each.outcome)).toEqual(['CREATED', 'CREATED']);
    expect(results[0]?.warnings).toEqual([]);
    expect(results[1]?.warnings).toMatchObject([{ code, field: `records[1].identifiers[1].${field}` }]);
    expect(answer.text.toLowerCase()).not.toMatch(/canary/);
    expect(await customerOf('bad')).not.toBeNull();
  });

  test.each([
    ['a birth date that is no day', { birthDate: '1990-02-31' }, 'INVALID_DATE', 'attributes.birthDate'],
    ['an attribute with a control character', { note: 'a\u0000b' }, 'CONTROL_CHARACTER', 'attributes.note'],
    ['an attribute whose name is none', { 'no name': 1 }, 'INVALID_ATTRIBUTE', 'attributes'],
  ])('%s warns', async (_, attributes, code, field) => {
    const { results } = await upsert([good, { ...record('bad'), attributes }]);
    expect(results[1]?.outcome).toBe('CREATED');
    expect(results[1]?.warnings).toMatchObject([
      { code, field: expect.stringContaining(`records[1].${field}`) as unknown },
    ]);
  });

  test('wrong moments warn, and the record is stored without them', async () => {
    const tenure = { since: '31/01/2026', until: '2026-02-30T00:00:00Z' };
    const bad = { ...record('bad', { ...email('bad@correo.mx'), ...tenure }), capturedAt: 'canary' };
    const { results, userErrors } = await upsert([good, bad]);
    expect(userErrors).toEqual([]);
    expect(results.map((each) => each.outcome)).toEqual(['CREATED', 'CREATED']);
    expect(results[1]?.warnings.map(({ code, field }) => [code, field])).toEqual([
      ['INVALID_DATE', 'records[1].capturedAt'],
      ['INVALID_DATE', 'records[1].identifiers[0].since'],
      ['INVALID_DATE', 'records[1].identifiers[0].until'],
    ]);
    expect(JSON.stringify(results)).not.toContain('canary');
  });

  test.each([
    ['an empty record id', { recordId: ' ' }, 'BAD_KEY', 'recordId'],
    ['a record id with a control character', { recordId: 'a\u0000canary' }, 'BAD_KEY', 'recordId'],
    ['a record id with half a character', { recordId: 'canary\ud83d' }, 'BAD_KEY', 'recordId'],
    ['a source of 1 MB', { source: 'canary'.repeat(170_000) }, 'BAD_KEY', 'source'],
    ['a version that is none', { sourceVersion: 'canary' }, 'BAD_VERSION', 'sourceVersion'],
    [
      '10,000 identifiers',
      { identifiers: Array.from({ length: 10_000 }, (_, index) => email(`canary${index}@x.mx`)) },
      'LIMIT_EXCEEDED',
      'identifiers',
    ],
    ['attributes of 1 MB', { attributes: { note: 'canary'.repeat(170_000) } }, 'LIMIT_EXCEEDED', 'attributes'],
    ['attributes that are a text', { attributes: 'canary' }, 'INVALID_INPUT', 'attributes'],
  ])('%s rejects the record, and the others are stored', async (_, wrong, code, field) => {
    const answer = await app.gql<{ upsertRecords: Payload }>(UPSERT, {
      input: { records: [{ ...record('bad', email('bad@correo.mx')), ...wrong }, good] },
    });
    expect(answer.errors).toEqual([]);
    const { results, userErrors } = answer.data.upsertRecords;
    expect(results.map((each) => [each.outcome, each.customer === null])).toEqual([
      ['REJECTED', true],
      ['CREATED', false],
    ]);
    expect(userErrors).toMatchObject([{ code, field: `records[0].${field}` }]);
    expect(JSON.stringify([userErrors, results.map((each) => each.warnings)])).not.toMatch(/canary/);
    expect(await customerOf('good')).not.toBeNull();
  });

  test('a version of another kind than before rejects the record', async () => {
    await upsert([{ ...record('1'), sourceVersion: '7' }]);
    const { userErrors } = await upsert([good, { ...record('1'), sourceVersion: '2026-01-31T10:00:00Z' }]);
    expect(userErrors).toMatchObject([{ code: 'BAD_VERSION', field: 'records[1].sourceVersion' }]);
  });

  test.each([
    ['a date that is no text', { records: [good, { ...good, capturedAt: 1769853600000 }] }, 'records[1].capturedAt'],
    ['a mode that is none', { records: [{ ...good, mode: 'CANARY' }] }, 'records[0].mode'],
    ['an unknown field', { records: [{ ...good, canary: 1 }] }, 'records[0]'],
    ['too many records', { records: Array(LIMITS.recordsPerMutation + 1).fill(good) }, 'input.records'],
    ['a long idempotency key', { records: [good], idempotencyKey: 'canary'.repeat(100) }, 'input.idempotencyKey'],
  ])('%s is no request: BAD_USER_INPUT names the field', async (_, input, field) => {
    const answer = await app.gql(UPSERT, { input });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(answer.errors[0]?.message).toContain(field);
    expect(answer.text.toLowerCase()).not.toMatch(/canary/);
    expect(await customerOf('good')).toBeNull();
  });
});
