import { gzipSync } from 'node:zlib';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { LIMITS } from '../../src/kernel/limits.js';
import { TestApp, type Answer } from '../support/test-app.js';

jest.setTimeout(60_000);

/** A value that must never come back. */
const CANARY = 'ana.gomez@example.mx';
const ok = '{ about { version } }';
const repeat = (times: number, part: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => part(index)).join(' ');

describe('what GraphQL refuses', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  function expectRefused(answer: Answer<unknown>, status: number, code: string): void {
    expect({ status: answer.status, code: answer.errors[0]?.extensions.code }).toEqual({ status, code });
    expect(answer.text).not.toContain('ana.gomez');
    expect(answer.data ?? null).toBeNull();
  }

  test('a good query is answered', async () => {
    const answer = await app.gql(ok);
    expect(answer).toMatchObject({
      status: 200,
      data: { about: { version: expect.any(String) as unknown } },
      errors: [],
    });
  });

  test.each([
    ['a query that is too deep', `{ __type(name: "A") { ${repeat(20, () => 'ofType {')} name ${'} '.repeat(22)}`],
    ['too many aliases', `{ ${repeat(1_000, (index) => `a${index}: __typename`)} }`],
    ['too many aliases within the tokens', `{ ${repeat(200, (index) => `a${index}: __typename`)} }`],
    ['too many tokens', `{ ${repeat(3_000, () => '__typename')} }`],
    ['too many directives', `{ about { version ${repeat(2_000, () => '@skip(if: false)')} } }`],
  ])('%s', async (_, query) => {
    const answer = await app.gql(query);
    expectRefused(answer, 400, 'LIMIT_EXCEEDED');
    expect(answer.text.length).toBeLessThan(2_000);
  });

  test('3,000 overlapping fields cost little', async () => {
    const startedAt = performance.now();
    await app.gql(`{ ${repeat(3_000, () => 'about { version }')} }`);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  test('circular fragments', async () => {
    const circle = 'query { about { ...A } } fragment A on About { ...B } fragment B on About { ...A }';
    expectRefused(await app.gql(circle), 400, 'GRAPHQL_VALIDATION_FAILED');
  });

  test('a typo, without a suggestion', async () => {
    const answer = await app.gql('{ abuot { version } }');
    expectRefused(answer, 400, 'GRAPHQL_VALIDATION_FAILED');
    expect(answer.text).not.toMatch(/did you mean|"about"/i);
  });

  test('bad syntax, without repeating the text', async () => {
    expectRefused(await app.gql(`{ about "${CANARY}" }`), 400, 'GRAPHQL_PARSE_FAILED');
  });

  test('a bad literal, without repeating it', async () => {
    expectRefused(await app.gql(`{ about { version @include(if: "${CANARY}") } }`), 400, 'GRAPHQL_VALIDATION_FAILED');
  });

  test.each([
    ['a value of the wrong type', { name: { email: CANARY } }],
    ['a list', { name: [CANARY, CANARY] }],
    ['a missing value', { other: CANARY }],
    ['null', { name: null }],
  ])('%s in a variable, naming it and not repeating it', async (_, variables) => {
    const answer = await app.gql('query ($name: String!) { __type(name: $name) { name } }', variables);
    expectRefused(answer, 400, 'BAD_USER_INPUT');
    expect(answer.errors[0]?.message).toMatch(/^\$name: /);
    expect(answer.errors[0]?.extensions.fields).toEqual([{ field: '$name', message: expect.any(String) as unknown }]);
  });

  test('an unknown operation name, without repeating it', async () => {
    const body = JSON.stringify({ query: `query A ${ok}`, operationName: CANARY });
    expectRefused(await app.post(body), 400, 'OPERATION_RESOLUTION_FAILURE');
  });

  test('a batch', async () => {
    expectRefused(await app.post(JSON.stringify([{ query: ok }, { query: ok }])), 400, 'BAD_REQUEST');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'a form post of type %s (cross-site request forgery)',
    async (type) => {
      expectRefused(await app.post(JSON.stringify({ query: ok }), { 'content-type': type }), 400, 'BAD_REQUEST');
    },
  );

  test('a bare GET', async () => {
    const response = await app.get(`/graphql?query=${encodeURIComponent(ok)}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('BAD_REQUEST');
  });

  test('a mutation by GET', async () => {
    const headers = { 'apollo-require-preflight': 'true' };
    const response = await app.get(`/graphql?query=${encodeURIComponent('mutation { __typename }')}`, headers);
    expect([400, 405]).toContain(response.status);
    expect(await response.text()).not.toContain('"data"');
  });

  test('a body that is too large', async () => {
    const body = JSON.stringify({ query: ok, variables: { pad: 'x'.repeat(LIMITS.requestBytes) } });
    expectRefused(await app.post(body), 413, 'PAYLOAD_TOO_LARGE');
  });

  test('a compressed bomb', async () => {
    const bomb = gzipSync(JSON.stringify({ query: ok, variables: { pad: 'x'.repeat(10 * LIMITS.requestBytes) } }));
    expect(bomb.length).toBeLessThan(LIMITS.requestBytes);
    expectRefused(await app.post(new Uint8Array(bomb), { 'content-encoding': 'gzip' }), 413, 'PAYLOAD_TOO_LARGE');
  });

  test('a compressed body of a sensible size is read', async () => {
    const body = new Uint8Array(gzipSync(JSON.stringify({ query: ok })));
    expect(await app.post(body, { 'content-encoding': 'gzip' })).toMatchObject({ status: 200, errors: [] });
  });

  test('bad JSON, without repeating it', async () => {
    expectRefused(await app.post(`{"query": ${CANARY}`), 400, 'BAD_REQUEST');
  });

  test('another charset', async () => {
    const answer = await app.post(JSON.stringify({ query: ok }), {
      'content-type': 'application/json; charset=iso-8859-1',
    });
    expectRefused(answer, 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  test('an unknown address, without repeating it', async () => {
    const response = await app.get(`/customers/${CANARY}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(
      '{"errors":[{"message":"There is nothing at this address.","extensions":{"code":"NOT_FOUND"}}]}',
    );
  });

  test('another host name (DNS rebinding)', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'rebound.example.com', 'content-type': 'application/json' };
      const asking = httpRequest(`${app.url}/graphql`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asking.on('error', reject).end(JSON.stringify({ query: ok }));
    });
    expect(status).toBe(403);
  });

  test('prototype pollution by a variable changes nothing', async () => {
    await app.post('{"query":"{ __typename }","variables":{"__proto__":{"polluted":true}}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('introspection', () => {
  test.each([
    ['development', 200],
    ['production', 400],
  ])(
    'in %s answers %i',
    async (environment, status) => {
      const app = await TestApp.start({ NODE_ENV: environment });
      const answer = await app.gql('{ __schema { queryType { name } } }');
      await app.close();
      expect(answer.status).toBe(status);
    },
    60_000,
  );
});
