import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { DEVELOPER } from '../../src/auth/principal.js';
import type { Graph } from '../../src/graph/graph.js';
import { IdentityService } from '../../src/identity/identity.service.js';
import { systemClock } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { LIMITS } from '../../src/kernel/limits.js';
import { goldenRecord } from '../../src/profile/golden/golden-record.js';
import { DEFAULT_SURVIVORSHIP } from '../../src/profile/policy/default-survivorship.js';
import { readSurvivorship } from '../../src/profile/policy/load-survivorship.js';
import type { SurvivorshipPolicy } from '../../src/profile/policy/survivorship.types.js';
import { ProfileRepository } from '../../src/profile/profile.repository.js';
import { ProfileService } from '../../src/profile/profile.service.js';
import { histories } from '../support/arbitraries/histories.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { IdentityWorld } from '../support/identity-world.js';
import { membersOf } from '../support/memory/members.js';
import { MemoryWorld } from '../support/memory/memory-world.js';
import { noBrands } from '../support/no-brands.js';
import { emptyGraph, testGraph } from '../support/test-graph.js';

jest.setTimeout(600_000);

let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

const profiles = (policy: SurvivorshipPolicy) =>
  new ProfileService(new ProfileRepository(graph, policy), policy, noBrands);

describe('the profile of a stored customer', () => {
  const anyHistory = histories({ batches: 6, batchMax: 4, moments: 'any', versions: 'mixed' });

  test('is the golden record of its members, whatever merged and split before', async () => {
    const policy = { ...DEFAULT_SURVIVORSHIP, contactTypes: ['SSO', 'LOYALTY', 'EMAIL', 'PHONE'] };
    const service = profiles(policy);
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ policy: rules, batches }) => {
        await emptyGraph(graph);
        const model = new MemoryWorld(rules);
        const identity = new IdentityService(graph, { policy: rules, clock: systemClock, newId });
        for (const batch of batches) {
          await model.apply(batch);
          await identity.writeAlone({ changes: batch, idempotency: null });
        }
        const byRecords = new Map(
          [...membersOf(model.store.graph, Date.now()).values()].map((members) => [keysOf(members), members]),
        );
        const customers = await new IdentityWorld(graph, rules).customers();
        expect(customers.map((each) => each.records.join()).sort()).toEqual([...byRecords.keys()].sort());
        for (const { id, records } of customers) {
          const { golden, complete } = await service.of(DEVELOPER.scope, id);
          expect({ golden, complete }).toEqual({
            golden: goldenRecord(byRecords.get(records.join()) ?? [], policy),
            complete: true,
          });
        }
      }),
      { ...runSettings('profiles on the real graph', 15), endOnFailure: true },
    );
  });

  test('reads a bounded number of records: of trusted sources, then the newest', async () => {
    const world = new IdentityWorld(graph);
    const loyal = { type: 'SSO', value: 'ana', namespace: 'https://login.tienda.mx' };
    const web = Array.from({ length: LIMITS.recordsPerProfile + 20 }, (_, index) => ({
      source: 'web',
      recordId: String(index).padStart(4, '0'),
      identifiers: [loyal],
      attributes: { visit: index },
      capturedAt: new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString(),
    }));
    const undated = { source: 'aaa', recordId: 'undated', identifiers: [loyal], attributes: { undated: true } };
    const crm = {
      ...{ source: 'crm', recordId: '1', identifiers: [loyal], attributes: { fullName: 'Ana Paz' } },
      capturedAt: '2001-01-31T10:00:00Z',
    };
    const [first] = await world.upsert([undated, crm, ...web]);
    const id = first?.customerId ?? '';
    const trusting = readSurvivorship('version: a\nsources: { crm: 90 }', 'a');
    const { golden, complete } = await profiles(trusting).of(DEVELOPER.scope, id);
    expect({ records: golden.records, complete }).toEqual({ records: LIMITS.recordsPerProfile, complete: false });
    expect(golden.name?.value.full).toBe('Ana Paz');
    expect(golden.attributes).toMatchObject([{ name: 'visit', golden: { value: web.length - 1 } }]);
    expect((await profiles(DEFAULT_SURVIVORSHIP).of(DEVELOPER.scope, id)).golden.name).toBeNull();
  });

  test('lets others run between large ones', async () => {
    const world = new IdentityWorld(graph);
    const ids: string[] = [];
    for (const name of ['ana', 'eva', 'luz']) {
      const identifiers = [{ type: 'SSO', value: name, namespace: 'https://login.tienda.mx' }];
      const many = Array.from({ length: LIMITS.recordsAtOnce + 1 }, (_, index) => {
        return { source: 'web', recordId: `${name}-${index}`, identifiers, attributes: { fullName: name } };
      });
      ids.push((await world.upsert(many))[0]?.customerId ?? '');
    }
    const service = profiles(DEFAULT_SURVIVORSHIP);
    let turns = 0;
    let done = false;
    const count = (): void => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    const before: number[] = [];
    setImmediate(count);
    const asked = ids.map((id) => service.of(DEVELOPER.scope, id).then(() => before.push(turns)));
    await Promise.all(asked);
    done = true;
    expect(new Set(before).size).toBe(3);
  });

  test('of nobody is empty', async () => {
    const { golden, complete } = await profiles(DEFAULT_SURVIVORSHIP).of(DEVELOPER.scope, 'nobody');
    expect({ golden: { records: golden.records, name: golden.name }, complete }).toEqual({
      golden: { records: 0, name: null },
      complete: true,
    });
  });
});

function keysOf(members: readonly { readonly key: string }[]): string {
  return members
    .map((each) => each.key)
    .sort()
    .join();
}
