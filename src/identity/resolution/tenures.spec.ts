import { describe, expect, test } from '@jest/globals';
import type { IdentifierKey } from '../../kernel/ids.js';
import { tenuresOf, type Held } from './tenures.js';

const phone = 'default|PHONE||1' as IdentifierKey;

function held(facts: Partial<Held> = {}): Held {
  return { identifier: phone, since: null, until: null, capturedAt: null, active: true, ...facts };
}

describe('tenuresOf', () => {
  const first = held({ until: 2_000 });
  const tenure = tenuresOf([first, held({ until: 5_000, since: 3_000 }), held()]);

  test.each([
    ['its since', held({ since: 2_500, capturedAt: 9_000 }), 1],
    ['when it was captured', held({ capturedAt: 1_999 }), 0],
    ['the cut itself, which begins the next', held({ capturedAt: 2_000 }), 1],
    ['nothing: the latest', held(), 2],
    ['only its end', first, 0],
    ['its end, though it was captured later', held({ until: 2_000, capturedAt: 9_000 }), 0],
    ['its since, though it ended in a later interval', held({ since: 1_000, until: 5_000 }), 0],
  ])('%s tells', (_, attachment, expected) => {
    expect(tenure(attachment)).toBe(expected);
  });

  test('an identifier that nobody ended has one, and what does not count cuts nothing', () => {
    const whole = tenuresOf([held({ capturedAt: 1 }), held({ until: 2_000, active: false })]);
    expect([whole(held({ capturedAt: 1 })), whole(held({ capturedAt: 9_000 })), whole(held())]).toEqual([0, 0, 0]);
  });
});
