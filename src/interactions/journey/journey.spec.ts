import { describe, expect, test } from '@jest/globals';
import { itemsOwned } from './items-owned.js';
import { journeyStage, type TypeCount } from './journey-stage.js';
import { DEFAULT_JOURNEY_RULES } from './rules.js';
import { channelVisibility } from './visible-channels.js';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const daysAgo = (days: number): number => NOW - days * 86_400_000;
const seen = (type: string, days: number, times = 1): TypeCount => ({ type, times, lastAt: daysAgo(days) });

describe('journeyStage', () => {
  test.each<[string, string, TypeCount[]]>([
    ['nothing at all', 'PROSPECT', []],
    ['visits', 'PROSPECT', [seen('VISIT', 1, 9)]],
    ['visits of long ago', 'PROSPECT', [seen('VISIT', 900)]],
    ['a cart that was left', 'LEAD', [seen('CART_ABANDONED', 5)]],
    ['a cart of 364 days ago', 'LEAD', [seen('CART_ABANDONED', 364)]],
    ['a cart of 365 days ago', 'DORMANT', [seen('CART_ABANDONED', 365)]],
    ['an old cart, and a visit', 'LEAD', [seen('CART_ABANDONED', 700), seen('VISIT', 3)]],
    ['one purchase', 'BUYER', [seen('PURCHASE', 10), seen('CART_ABANDONED', 3)]],
    ['two purchases', 'REPEAT_BUYER', [seen('PURCHASE', 10, 2)]],
    ['two purchases of long ago', 'DORMANT', [seen('PURCHASE', 400, 2)]],
    ['purchases of long ago, and an opened mail', 'REPEAT_BUYER', [seen('PURCHASE', 400, 2), seen('EMAIL_OPEN', 20)]],
    ['a signal after the purchase', 'CHURN_RISK', [seen('PURCHASE', 10, 2), seen('CHURN_SIGNAL', 9)]],
    ['a purchase after the signal', 'REPEAT_BUYER', [seen('PURCHASE', 8, 2), seen('CHURN_SIGNAL', 9)]],
    ['a signal of 90 days ago', 'REPEAT_BUYER', [seen('PURCHASE', 100, 2), seen('CHURN_SIGNAL', 90)]],
  ])('%s: %s', (_, stage, counts) => {
    expect(journeyStage(counts, DEFAULT_JOURNEY_RULES, NOW)).toBe(stage);
  });

  test('goes by the rules that it is given', () => {
    const rules = { ...DEFAULT_JOURNEY_RULES, purchases: ['POLICY_SIGNED'], repeatFrom: 3 };
    expect(journeyStage([seen('POLICY_SIGNED', 1, 2)], rules, NOW)).toBe('BUYER');
    expect(journeyStage([seen('PURCHASE', 1, 5)], rules, NOW)).toBe('PROSPECT');
  });
});

describe('itemsOwned', () => {
  const sums = (bought: number, returned: number) => [{ itemId: 'sku', bought, returned, lastBoughtAt: NOW }];

  test.each([
    [2, 1, 1],
    [0.3, 0.1, 0.2],
  ])('%d bought, %d returned: %d', (bought, returned, quantity) => {
    expect(itemsOwned(sums(bought, returned))).toEqual([{ itemId: 'sku', quantity, lastBoughtAt: new Date(NOW) }]);
  });

  test.each([
    [1, 1],
    [0, 2],
    [0.1 + 0.2, 0.3],
  ])('%d bought, %d returned: nothing', (bought, returned) => {
    expect(itemsOwned(sums(bought, returned))).toEqual([]);
  });
});

test('channelVisibility counts each channel of the question once', () => {
  expect(channelVisibility(['WEB', 'STORE', 'WEB', 'CALL'], new Set(['WEB', 'APP']))).toEqual({
    share: 1 / 3,
    seen: ['WEB'],
    unseen: ['STORE', 'CALL'],
  });
});
