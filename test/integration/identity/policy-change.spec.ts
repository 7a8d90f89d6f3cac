import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { Refused } from '../../../src/identity/decisions/refused.js';
import { policyFrom } from '../../../src/identity/policy/load-policy.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import { PoliciesService } from '../../../src/identity/rollout/policies.service.js';
import { RolloutService } from '../../../src/identity/rollout/rollout.service.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import type { IncomingRecord } from '../../../src/ingest/record.types.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { newId } from '../../../src/kernel/ids.js';
import { IdentityWorld, record } from '../../support/identity-world.js';
import { seededRandom } from '../../support/random.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(240_000);

const seed = Number(process.env.HUELLA_CONCURRENCY_SEED ?? Date.now() % 1_000_000);
const tools = { clock: systemClock, newId };
const terms = { reason: 'a test', dryRun: false, idempotencyKey: null };

let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

/** A process: its own knowledge of the policy in force, its own write path and walker. */
function aProcess(initial?: Policy) {
  const world = new IdentityWorld(graph, initial);
  const policies = new PoliciesService(graph, world.identity.rules, tools);
  return { world, policies, rollout: new RolloutService(graph, world.identity.rules, tools) };
}

const GUARDED = { strength: 6, guard: 'contradiction', capacity: null, maxRecords: 50, links: true } as const;
const strict = policyFrom(
  { version: 'strict-2', types: { EMAIL: { maxRecords: 3, capacity: 2 }, PHONE: { guard: 'agreement' } } },
  'strict',
);
const lax = policyFrom(
  {
    version: 'lax-3',
    types: { EMAIL: { maxRecords: 10_000 }, PHONE: { maxRecords: 10_000 }, SSO: { capacity: null } },
  },
  'lax',
);

async function walkToTheEnd(rollout: RolloutService): Promise<void> {
  for (let step = await rollout.step(); step !== 'IDLE'; step = await rollout.step());
}

const verify = async (policy: Policy) => (await new VerifyService(graph, policy).verify()).differences;

function people(random: () => number, records: number): IncomingRecord[] {
  const pick = (below: number): number => Math.floor(random() * below);
  const names = ['Ana', 'Luis', 'Marta', ''];
  return Array.from({ length: records }, (_, at): IncomingRecord => {
    const givenName = names[pick(names.length)] ?? '';
    const kinds = [
      { type: 'EMAIL', value: `person${pick(40)}@correo.mx` },
      { type: 'PHONE', value: `+5255123456${10 + pick(30)}` },
      { type: 'SSO', value: `subject-${pick(60)}`, namespace: 'https://login.tienda.mx' },
    ];
    const identifiers = kinds.filter(() => random() < 0.4);
    return { source: 'crm', recordId: String(at), identifiers, attributes: givenName ? { givenName } : {} };
  });
}

describe(`a policy that changes (seed ${seed})`, () => {
  test('the difference foretold is the difference made, and the graph verifies under the new policy', async () => {
    const one = aProcess();
    await one.world.upsert(people(seededRandom(seed), 400), { alone: true });
    for (const policy of [strict, lax]) {
      const all = await one.policies.diff(policy, { after: '', customers: 10_000 });
      let cursor = '';
      let inStretches = { merged: 0, split: 0, contested: 0, looked: 0 };
      do {
        const stretch = await one.policies.diff(policy, { after: cursor, customers: 50 });
        const { merged, split, contested, looked } = stretch.tally;
        inStretches = {
          merged: inStretches.merged + merged,
          split: inStretches.split + split,
          contested: inStretches.contested + contested,
          looked: inStretches.looked + looked,
        };
        cursor = stretch.left > 0 ? stretch.cursor : '';
      } while (cursor !== '');
      expect({ ...inStretches, setAside: 0 }).toEqual(all.tally);
      expect(all.tally.merged + all.tally.split).toBeGreaterThan(0);
      await one.policies.apply(DEVELOPER, policy, terms);
      await walkToTheEnd(one.rollout);
      const { policy: done, left } = await one.rollout.progress();
      expect(left).toBe(0);
      expect(done).toMatchObject({ status: 'ACTIVE', version: policy.version, ...all.tally, looked: done.looked });
      expect(await verify(policy)).toEqual([]);
      const again = await one.policies.diff(policy, { after: '', customers: 10_000 });
      expect(again.tally).toMatchObject({ merged: 0, split: 0, contested: 0 });
    }
  });

  test('writers of several processes go on while it is applied, and everything ends as recomputed', async () => {
    const random = seededRandom(seed + 1);
    const [one, two] = [aProcess(), aProcess()];
    await one.world.upsert(people(random, 300), { alone: true });
    await two.world.upsert(people(random, 20));
    const writers = [one, two].map(async ({ world }) => {
      for (let round = 0; round < 12; round += 1) await world.upsert(people(random, 320).slice(0, 15), { alone: true });
    });
    const walkers = one.policies.apply(DEVELOPER, strict, terms).then(async () => {
      await Promise.all([walkToTheEnd(one.rollout), walkToTheEnd(two.rollout)]);
    });
    await Promise.allSettled([...writers, walkers]);
    await Promise.all([...writers, walkers]);
    await walkToTheEnd(one.rollout);
    expect((await one.rollout.progress()).policy.status).toBe('ACTIVE');
    expect(await verify(strict)).toEqual([]);
    expect(two.world.identity.policy.version).toBe('strict-2');
  });

  test('what is touched follows at once, before anybody walks', async () => {
    const { world, policies } = aProcess();
    const [ana, luis] = [
      record('crm', '1', ['EMAIL', 'casa@correo.mx'], ['SSO', 'a', 'https://login.mx']),
      record('crm', '2', ['EMAIL', 'casa@correo.mx'], ['LOYALTY', '77']),
    ];
    await world.upsert([ana, luis]);
    await world.upsert([
      record('web', '3', ['EMAIL', 'otra@correo.mx']),
      record('web', '4', ['EMAIL', 'otra@correo.mx']),
    ]);
    const apart = policyFrom({ version: 'apart-2', types: { EMAIL: { links: false } } }, 'apart');
    await policies.apply(DEVELOPER, apart, terms);
    await world.upsert([record('crm', '5', ['LOYALTY', '77'])]);
    expect((await world.customers()).map((each) => each.records)).toEqual([
      ['crm|1'],
      ['crm|2', 'crm|5'],
      ['web|3', 'web|4'],
    ]);
  });

  test('a walk that is killed goes on elsewhere and does nothing twice', async () => {
    const one = aProcess();
    for (const part of [0, 1, 2]) {
      const records = people(seededRandom(seed + 2), 400).map((each) => ({ ...each, source: `source-${part}` }));
      await one.world.upsert(
        records.map((each) => ({ ...each, identifiers: each.identifiers.slice(0, 1) })),
        { alone: true },
      );
    }
    const before = await one.policies.diff(strict, { after: '', customers: 10_000 });
    await one.policies.apply(DEVELOPER, strict, terms);
    expect(await one.rollout.step()).toBe('ADVANCED');
    const half = await one.rollout.progress();
    const other = aProcess();
    await walkToTheEnd(other.rollout);
    const { policy } = await other.rollout.progress();
    expect(policy).toMatchObject({
      merged: before.tally.merged,
      split: before.tally.split,
      contested: before.tally.contested,
    });
    expect(half.policy.looked).toBeLessThanOrEqual(policy.looked);
    expect(await verify(strict)).toEqual([]);
    expect(await one.rollout.step()).toBe('IDLE');
  });

  test('a policy is put in force once for each key, and not while another one is under way', async () => {
    const { policies, world } = aProcess();
    await world.upsert([record('crm', '1', ['EMAIL', 'ana@correo.mx'])]);
    const keyed = { ...terms, idempotencyKey: 'k1' };
    expect(await policies.apply(DEVELOPER, strict, { ...keyed, dryRun: true })).toMatchObject({ number: null });
    expect(await policies.apply(DEVELOPER, strict, keyed)).toMatchObject({ number: 2, replayed: false });
    expect(await policies.apply(DEVELOPER, strict, keyed)).toMatchObject({ number: 2, replayed: true });
    const refused = (policy: Policy, idempotencyKey: string | null) =>
      policies.apply(DEVELOPER, policy, { ...terms, idempotencyKey }).then(
        () => null,
        (error: unknown) => (error instanceof Refused ? error.refusal.code : error),
      );
    expect(await refused(lax, 'k1')).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await refused(lax, null)).toBe('POLICY_UNDER_WAY');
    await walkToTheEnd(new RolloutService(graph, world.identity.rules, tools));
    expect(await refused(strict, null)).toBe('SAME_POLICY');
    expect(await refused({ ...lax, version: 'strict-2' }, null)).toBe('VERSION_TAKEN');
    const types = { ...lax.types, EMAIL: { ...GUARDED, format: 'text' } };
    expect(await refused({ ...lax, types }, null)).toBe('OTHER_KEY_RULES');
  });
});
