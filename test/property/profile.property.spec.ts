import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { goldenRecord } from '../../src/profile/golden/golden-record.js';
import type { GoldenRecord } from '../../src/profile/golden/golden-record.types.js';
import { DEFAULT_SURVIVORSHIP } from '../../src/profile/policy/default-survivorship.js';
import { histories, type History } from '../support/arbitraries/histories.js';
import { redelivered } from '../support/arbitraries/operations.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { membersOf } from '../support/memory/members.js';
import { MemoryWorld } from '../support/memory/memory-world.js';

const NOW = Date.UTC(2026, 0, 31);
const policy = { ...DEFAULT_SURVIVORSHIP, contactTypes: ['SSO', 'LOYALTY', 'EMAIL', 'PHONE'] };

/** The golden record of each customer, by its records. Customer ids are left out: they depend on the order of batches. */
async function profilesAfter(
  rules: History['policy'],
  batches: History['batches'],
): Promise<Map<string, GoldenRecord>> {
  const world = new MemoryWorld(rules);
  await world.applyAll(batches);
  const groups = [...membersOf(world.store.graph, NOW).values()];
  const keyed = groups.map((members): [string, GoldenRecord] => [
    members
      .map((each) => each.key)
      .sort()
      .join(),
    goldenRecord(members, policy),
  ]);
  return new Map(keyed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const versioned = histories({ batches: 7, batchMax: 4, moments: 'fixed', versions: 'always' });
const again = versioned.chain((history) => fc.tuple(fc.constant(history), redelivered(history.batches)));

test('golden records do not depend on the order in which statements arrive, nor on batches', async () => {
  let named = 0;
  await fc.assert(
    fc.asyncProperty(again, async ([history, other]) => {
      const one = await profilesAfter(history.policy, history.batches);
      expect(await profilesAfter(history.policy, other)).toEqual(one);
      named += [...one.values()].filter((each) => each.name !== null && each.records > 1).length;
    }),
    runSettings('golden records in any order', 60),
  );
  expect(named).toBeGreaterThan(10);
}, 600_000);
