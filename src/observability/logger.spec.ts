import { describe, expect, test } from '@jest/globals';
import { GraphFault } from '../graph/errors.js';
import { LIMITS } from '../kernel/limits.js';
import { describeError } from './describe-error.js';
import { Logger } from './logger.js';
import { requestIdOf, withRequest } from './request-context.js';

const CANARY = 'ana.gomez@example.mx';

/** A logger, and the lines that it wrote. */
function recording(): { logger: Logger; lines: () => Record<string, unknown>[]; text: () => string } {
  const written: string[] = [];
  const logger = new Logger('trace', { write: (line) => void written.push(line) });
  return {
    logger,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(''),
  };
}

describe('the logger', () => {
  test('writes JSON with the fields of the list', () => {
    const { logger, lines } = recording();
    logger.info('request served', { method: 'POST', status: 200, rootFields: 'customer' });
    expect(lines()).toEqual([
      {
        level: 30,
        time: expect.any(String),
        msg: 'request served',
        method: 'POST',
        status: 200,
        rootFields: 'customer',
      },
    ]);
  });

  test('drops every other field, and values that are not plain', () => {
    const { logger, text } = recording();
    const careless = {
      email: CANARY,
      body: { email: CANARY },
      variables: CANARY,
      code: { email: CANARY },
      __proto__: { job: CANARY },
    };
    logger.info('careless', careless as never);
    logger.warn('careless', careless);
    expect(text()).not.toContain('ana.gomez');
  });

  test('cuts long texts', () => {
    const { logger, lines } = recording();
    logger.info('long', { code: 'x'.repeat(10_000) });
    expect(lines()[0]?.code).toHaveLength(LIMITS.logFieldChars);
  });

  test('names the request that is being served', () => {
    const { logger, lines } = recording();
    withRequest({ requestId: 'r-1' }, () => logger.log('within', 'Context'));
    logger.log('outside');
    expect(lines().map(({ requestId, context }) => [requestId, context])).toEqual([
      ['r-1', 'Context'],
      [undefined, undefined],
    ]);
  });

  test.each([
    ['failure', (logger: Logger, error: Error) => logger.failure('it failed', error)],
    ["Nest's error with an error", (logger: Logger, error: Error) => logger.error(error)],
    ["Nest's error with a stack", (logger: Logger, error: Error) => logger.error('it failed', error.stack, 'Context')],
  ])('%s does not repeat a message that may hold a value', (_, write) => {
    const { logger, text, lines } = recording();
    write(logger, new Error(`no such customer: ${CANARY}\n  "${CANARY}" again`));
    expect(text()).not.toContain('ana.gomez');
    expect(lines()[0]?.level).toBe(50);
  });
});

describe('describeError', () => {
  test('says where it happened', () => {
    expect(describeError(new TypeError(CANARY))).toEqual({
      errorName: 'TypeError',
      errorCode: undefined,
      errorMessage: undefined,
      frames: expect.stringMatching(/^at .*logger\.spec/),
    });
  });

  test('repeats the messages that huella words itself', () => {
    const fault = new GraphFault({ operation: 'load' }, 'Neo.X', 'never', 'the graph refused');
    expect(describeError(fault)).toMatchObject({ errorCode: 'Neo.X', errorMessage: 'the graph refused (load; Neo.X)' });
  });

  test("does not repeat the database's own text", () => {
    const fault = new GraphFault({ operation: 'load' }, 'Neo.X', 'never', 'the graph refused', CANARY);
    expect(JSON.stringify(describeError(fault))).not.toContain('ana.gomez');
  });

  test('says little of what is no error', () => {
    expect(describeError(CANARY)).toEqual({ errorName: 'string' });
  });
});

describe('requestIdOf', () => {
  const fresh = () => 'fresh';

  test.each(['0f9d-17', 'a.b:c_D', 'x'.repeat(LIMITS.requestIdChars)])('takes %s', (id) => {
    expect(requestIdOf(id, fresh)).toBe(id);
  });

  test.each([undefined, '', CANARY, 'a b', 'a\nb', 'x'.repeat(LIMITS.requestIdChars + 1), ['a', 'b']])(
    'replaces %j',
    (id) => {
      expect(requestIdOf(id, fresh)).toBe('fresh');
    },
  );
});
