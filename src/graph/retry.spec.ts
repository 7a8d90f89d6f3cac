import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../kernel/limits.js';
import { GraphConflict, GraphFault, GraphUnavailable, type GraphError } from './errors.js';
import { mayRetry, pauseMilliseconds, retrying, type RetryTools } from './retry.js';

const place = { operation: 'spec' };
const conflict = new GraphConflict(place, 'Deadlock', 'conflict', 'in the way');
const broken = new GraphUnavailable(place, 'ServiceUnavailable', 'connection', 'not reachable');
const fault = new GraphFault(place, 'Syntax', 'never', 'refused');

function tools(secondsPerLook = 0): RetryTools & { pauses: number[] } {
  let looks = 0;
  const pauses: number[] = [];
  return {
    pauses,
    random: () => 0.5,
    sleep: (milliseconds) => Promise.resolve(void pauses.push(milliseconds)),
    elapsed: () => secondsPerLook * 1_000 * looks++,
  };
}

async function attemptsUntilGivenUp(failure: Error, using: RetryTools): Promise<number> {
  let attempts = 0;
  const failing = retrying(
    () => {
      attempts += 1;
      return Promise.reject(failure);
    },
    using,
    () => undefined,
  );
  await expect(failing).rejects.toBe(failure);
  return attempts;
}

describe('retrying', () => {
  test('tries a conflict as often as the limit says, with a pause before each', async () => {
    const using = tools();
    expect(await attemptsUntilGivenUp(conflict, using)).toBe(LIMITS.writeAttempts);
    expect(using.pauses).toHaveLength(LIMITS.writeAttempts - 1);
  });

  test('tries a broken connection a few times', async () => {
    expect(await attemptsUntilGivenUp(broken, tools())).toBe(LIMITS.connectionAttempts);
  });

  test('does not try again when the first answer was slow to come', async () => {
    expect(await attemptsUntilGivenUp(broken, tools(LIMITS.reconnectSeconds))).toBe(1);
  });

  test('tries a connection again that broke after it had answered, however long locks were waited for', async () => {
    const waited = LIMITS.reconnectSeconds + 1;
    const times = [0, waited, 2 * waited].map((seconds) => seconds * 1_000);
    const using = { ...tools(), elapsed: () => times.shift() ?? Infinity };
    const heard: boolean[] = [true, false];
    let attempts = 0;
    const broke = retrying(
      (answered) => {
        attempts += 1;
        if (heard.shift()) answered();
        return Promise.reject(broken);
      },
      using,
      () => undefined,
    );
    await expect(broke).rejects.toBe(broken);
    expect(attempts).toBe(2);
  });

  test('does not outlast the time that a write may take', () => {
    expect(mayRetry(broken, 1, { seconds: LIMITS.writeSeconds, unreachedSeconds: 0 })).toBe(false);
  });

  test.each<[string, Error]>([
    ['a fault', fault],
    ['an error of the work', new RangeError('mine')],
  ])('never repeats %s', async (_, failure) => {
    expect(await attemptsUntilGivenUp(failure, tools())).toBe(1);
  });

  test('answers as soon as an attempt succeeds and tells of each failure', async () => {
    const failures: [number, GraphError][] = [];
    let attempts = 0;
    const result = await retrying(
      () => {
        attempts += 1;
        return attempts < 3 ? Promise.reject(conflict) : Promise.resolve('done');
      },
      tools(),
      (number, failure) => failures.push([number, failure]),
    );
    expect(result).toBe('done');
    expect(failures).toEqual([
      [1, conflict],
      [2, conflict],
    ]);
  });

  test('pauses between 5 and 50 milliseconds', () => {
    expect([pauseMilliseconds(0), pauseMilliseconds(0.999_999)]).toEqual([5, 50]);
  });

  test('the last permitted attempt is not followed by another', () => {
    const now = { seconds: 0, unreachedSeconds: 0 };
    expect(mayRetry(conflict, LIMITS.writeAttempts - 1, now)).toBe(true);
    expect(mayRetry(conflict, LIMITS.writeAttempts, now)).toBe(false);
  });
});
