import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { ask, crm, email, upsertRecords } from '../support/api.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  await emptyGraph(app.nest.get(Graph));
  await upsertRecords(
    app,
    crm('1', [email('casa@correo.mx')]),
    crm('2', [email('casa@correo.mx')]),
    crm('3', [email('luis@correo.mx')]),
  );
});
afterAll(() => app.close());

const APART = { version: 'apart-2', types: { EMAIL: { links: false } } };
const DIFF = `query ($policy: JSON!, $customers: Int!, $after: String) {
  policyDiff(policy: $policy, customers: $customers, after: $after) {
    changes { type field before after } looked merged split contested left endCursor
    changed { customerId parts joins }
  }
}`;
const APPLY = `mutation ($input: ApplyPolicyInput!) {
  applyPolicy(input: $input) {
    progress { policy { number version status reason } } changes { type field before after } replayed
    userErrors { code field message }
  }
}`;
interface Diff {
  policyDiff: {
    changes: unknown[];
    looked: number;
    merged: number;
    split: number;
    left: number;
    endCursor: string | null;
    changed: { customerId: string; parts: number[]; joins: string[] }[];
  };
}
interface Apply {
  applyPolicy: {
    progress: { policy: { number: number; version: string; status: string; reason: string } } | null;
    changes: unknown[];
    replayed: boolean;
    userErrors: { code: string; field: string | null; message: string }[];
  };
}
const apply = async (input: object): Promise<Apply['applyPolicy']> =>
  (await ask<Apply>(app, APPLY, { input: { reason: 'a test', ...input } })).applyPolicy;

async function applied(): Promise<{ version: string; split: number }> {
  for (;;) {
    const { policyProgress } = await ask<{
      policyProgress: { finishedAt: string | null; split: number; left: number; policy: { version: string } };
    }>(app, '{ policyProgress { finishedAt split left policy { version } } }');
    if (policyProgress.finishedAt !== null)
      return { version: policyProgress.policy.version, split: policyProgress.split };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('policy', () => {
  test('shows the one in force, its types as data, the strongest first', async () => {
    const query = '{ policy { number version status keyRules componentMax types { name strength guard capacity } } }';
    const { policy } = await ask<{ policy: { types: object[] } }>(app, query);
    expect(policy).toMatchObject({ number: 1, version: 'default-1', status: 'ACTIVE', componentMax: 10_000 });
    expect(policy.types[0]).toEqual({ name: 'SSO', strength: 1, guard: 'no', capacity: 1 });
  });
});

describe('the breaker of a policy', () => {
  const BREAKER = 'breaker { windowMinutes mergesMin mergesPerHundred growthMax passHours }';

  test('is shown with the policy', async () => {
    const { policy } = await ask<{ policy: object }>(app, `{ policy { ${BREAKER} } }`);
    const figures = { windowMinutes: 60, mergesMin: 200, mergesPerHundred: 25, growthMax: 1_000, passHours: 24 };
    expect(policy).toEqual({ breaker: figures });
  });

  test('differs figure by figure, and may be none', async () => {
    const changesOf = async (breaker: object | null): Promise<unknown[]> => {
      const policy = { version: 'strict-1', types: { EMAIL: {} }, breaker };
      return (await ask<Diff>(app, DIFF, { policy, customers: 1 })).policyDiff.changes;
    };
    expect(await changesOf({ mergesMin: 20 })).toEqual([
      { type: null, field: 'breaker.mergesMin', before: '200', after: '20' },
    ]);
    expect((await changesOf(null)).map((each) => (each as { after: unknown }).after)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('policyDiff', () => {
  test('says what differs and whom it would change, in stretches that add up', async () => {
    const { policyDiff } = await ask<Diff>(app, DIFF, { policy: APART, customers: 100 });
    expect(policyDiff.changes).toEqual([{ type: 'EMAIL', field: 'links', before: 'true', after: 'false' }]);
    expect(policyDiff).toMatchObject({ looked: 2, merged: 0, split: 1, left: 0, endCursor: null });
    expect(policyDiff.changed).toMatchObject([{ parts: [1, 1], joins: [] }]);
    const one = (await ask<Diff>(app, DIFF, { policy: APART, customers: 1 })).policyDiff;
    expect([one.looked, one.left]).toEqual([1, 1]);
    const two = (await ask<Diff>(app, DIFF, { policy: APART, customers: 1, after: one.endCursor })).policyDiff;
    expect([one.split + two.split, two.left, two.endCursor]).toEqual([1, 0, null]);
  });

  test.each([
    [{ version: 'x', types: { EMAIL: { guard: 'canary' } } }, /types\/EMAIL\/guard/],
    [{ version: 'x', types: { 'canary@correo.mx': { strength: 1 } } }, /types/],
    [{ version: 'x', types: { EMAIL: {} }, breaker: { mergesMin: 0 } }, /breaker\/mergesMin/],
    [{ version: 'x', types: { EMAIL: {} }, breaker: { canary: 1 } }, /breaker/],
    ['canary', /must be object/],
  ])('refuses what is no policy, naming the place and no value', async (policy, message) => {
    const answer = await app.gql(DIFF, { policy, customers: 1 });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(answer.errors[0]?.message).toMatch(message);
    expect(answer.text).not.toContain('canary');
  });
});

describe('applyPolicy', () => {
  test('does what policyDiff said, tells how far it is, and can be taken back by the former policy', async () => {
    const preview = await apply({ policy: APART, dryRun: true });
    expect(preview).toMatchObject({ progress: null, replayed: false, userErrors: [] });
    expect(preview.changes).toHaveLength(1);
    const done = await apply({ policy: APART, idempotencyKey: 'k' });
    expect(done.progress?.policy).toMatchObject({ number: 2, version: 'apart-2', reason: 'a test' });
    expect(await applied()).toEqual({ version: 'apart-2', split: 1 });
    const ids = async () =>
      (await ask<{ customers: { nodes: object[] } }>(app, '{ customers(first: 9) { nodes { id } } }')).customers.nodes;
    expect(await ids()).toHaveLength(3);
    expect((await apply({ policy: APART, idempotencyKey: 'k' })).replayed).toBe(true);
    expect((await apply({ policy: APART })).userErrors[0]?.code).toBe('SAME_POLICY');
    expect((await apply({ policy: { version: 'default-1', types: { EMAIL: {} } } })).userErrors).toEqual([]);
    expect((await applied()).version).toBe('default-1');
    expect(await ids()).toHaveLength(2);
    const { policies } = await ask<{ policies: { nodes: object[] } }>(
      app,
      '{ policies(first: 9) { nodes { version status } } }',
    );
    expect(policies.nodes).toEqual([
      { version: 'default-1', status: 'ACTIVE' },
      { version: 'apart-2', status: 'RETIRED' },
      { version: 'default-1', status: 'RETIRED' },
    ]);
  });

  test('refuses as data what cannot be applied', async () => {
    const broken = await apply({ policy: { version: 'x', types: { EMAIL: { strength: 1 } } } });
    expect(broken).toMatchObject({ progress: null, userErrors: [{ code: 'INVALID_POLICY', field: 'policy' }] });
    expect((await apply({ policy: APART, reason: ' ' })).userErrors[0]).toMatchObject({ field: 'reason' });
    const format = await apply({ policy: { version: 'f', types: { EMAIL: { format: 'text' } } } });
    expect(format.userErrors[0]).toMatchObject({ code: 'OTHER_KEY_RULES', field: 'policy.types' });
  });
});
