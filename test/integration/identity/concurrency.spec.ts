import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import { DEFAULT_POLICY } from '../../../src/identity/policy/default-policy.js';
import type { IncomingRecord } from '../../../src/ingest/record.types.js';
import { IdentityWorld } from '../../support/identity-world.js';
import { seededRandom } from '../../support/random.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(240_000);

/** One source merges and parts the same sixty records all the time: a flood, which these tests want to happen. */
const UNWATCHED = { ...DEFAULT_POLICY, breaker: null };
const WRITERS = 8;
const BATCHES_PER_WRITER = 12;
const seed = Number(process.env.HUELLA_CONCURRENCY_SEED ?? Date.now() % 1_000_000);

let graph: Graph;
const retries = { count: 0 };
beforeAll(async () => {
  graph = await testGraph({ onRetry: () => (retries.count += 1) });
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

const NAMES = ['Ana', 'Luis', 'Marta', ''] as const;

/** Versioned upserts and deletions of few records over few identifiers, so that writers meet all the time. */
function history(random: () => number): IncomingRecord[][] {
  const pick = (below: number): number => Math.floor(random() * below);
  return Array.from({ length: BATCHES_PER_WRITER }, () =>
    Array.from({ length: 1 + pick(5) }, (): IncomingRecord => {
      const givenName = NAMES[pick(NAMES.length)] ?? '';
      const identifiers = Array.from({ length: pick(4) }, () => anIdentifier(pick));
      return {
        source: 'crm',
        recordId: String(pick(60)),
        sourceVersion: String(pick(1_000)),
        capturedAt: '2026-01-01T00:00:00Z',
        identifiers,
        attributes: givenName ? { givenName } : {},
      };
    }),
  );
}

function anIdentifier(pick: (below: number) => number): IncomingRecord['identifiers'][number] {
  switch (pick(4)) {
    case 0:
      return { type: 'EMAIL', value: `person${pick(25)}@correo.mx` };
    case 1:
      return { type: 'PHONE', value: `+5255123456${10 + pick(20)}` };
    case 2:
      return { type: 'SSO', value: `subject-${pick(20)}`, namespace: 'https://login.tienda.mx' };
    default:
      return { type: 'DEVICE', value: `device-number-${pick(3)}`, namespace: 'app' };
  }
}

/** Waits for all, also when one fails, so that no writer works on into the next test. */
async function allOf<Value>(promises: readonly Promise<Value>[]): Promise<Value[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

describe(`concurrent writers (seed ${seed})`, () => {
  test('end in what resolve says of the evidence, and the evidence does not depend on who came first', async () => {
    const random = seededRandom(seed);
    const histories = Array.from({ length: WRITERS }, () => history(random));
    const world = new IdentityWorld(graph, UNWATCHED);
    await allOf(
      histories.map(async (batches) => {
        for (const batch of batches) await world.ingest.upsert(DEVELOPER, batch, { alone: true });
      }),
    );
    const verification = await new VerifyService(graph, UNWATCHED).verify();
    expect(verification.differences).toEqual([]);
    expect(verification.records).toBeGreaterThan(40);
    const together = await world.customers();
    await emptyGraph(graph);
    const serial = new IdentityWorld(graph, UNWATCHED);
    for (const batch of histories.flat()) await serial.upsert(batch, { alone: true });
    expect(together.map((each) => each.records)).toEqual((await serial.customers()).map((each) => each.records));
  });

  test('many small requests share transactions and end the same way', async () => {
    const world = new IdentityWorld(graph, UNWATCHED);
    const records = history(seededRandom(seed + 1)).flat();
    const answers = await allOf(records.map((each) => world.upsert([each])));
    expect(answers).toHaveLength(records.length);
    expect((await new VerifyService(graph, UNWATCHED).verify()).differences).toEqual([]);
  });

  test('two bridges of the same two customers at once leave one customer and one redirect', async () => {
    const world = new IdentityWorld(graph, UNWATCHED);
    const email = { type: 'EMAIL', value: 'ana@correo.mx' };
    const phone = { type: 'PHONE', value: '+525512345678' };
    const one = (recordId: string, ...identifiers: IncomingRecord['identifiers']): IncomingRecord => {
      return { source: 'crm', recordId, identifiers, attributes: {} };
    };
    await world.upsert([one('1', email)]);
    await world.upsert([one('2', phone)]);
    const bridges = ['3', '4', '5', '6'].map((id) => world.upsert([one(id, email, phone)], { alone: true }));
    await allOf(bridges);
    expect((await world.customers()).map((each) => each.records.length)).toEqual([6]);
  });
});
