import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import type { Decision } from '../../../src/identity/decisions/decision.types.js';
import { DecisionsService } from '../../../src/identity/decisions/decisions.service.js';
import { DEFAULT_POLICY } from '../../../src/identity/policy/default-policy.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import { identifierKey, newId, recordKey, type IdentifierKey, type RecordKey } from '../../../src/kernel/ids.js';
import { IdentityWorld, record } from '../../support/identity-world.js';
import { emptyGraph, testGraph, testGraphOptions } from '../../support/test-graph.js';
import { WaitingGraph } from '../../support/waiting-graph.js';

jest.setTimeout(60_000);

const TERMS = { reason: 'seen', expiresAt: null, dryRun: false, idempotencyKey: null };
const EMAIL = identifierKey('default', 'EMAIL', '', 'ana@correo.mx');
/** Time for another writer to come as far as the lock that it waits for. */
const WAIT_MILLISECONDS = 500;

const read = { access: 'read' } as const;
const statusOf = statementOf<{ key: IdentifierKey }, { status: string }>(
  'test/status-of-identifier',
  'MATCH (identifier:Identifier {key: $key}) RETURN identifier.status AS status',
  read,
);
const marksOf = statementOf<{ id: string }, { skipped: boolean | null; reviews: string[] }>(
  'test/marks-of-decision',
  `MATCH (decision:Decision {id: $id})
   RETURN decision.skipped AS skipped, [(decision)<-[:ABOUT]-(item:ReviewItem) | item.status] AS reviews`,
  read,
);
const namedBy = statementOf<{ id: string }, { side: number; record: string }>(
  'test/named-by-decision',
  `MATCH (:Decision {id: $id})-[name:NAMES]->(record:SourceRecord)
   RETURN name.side AS side, record.key AS record ORDER BY side, record`,
  read,
);

let graph: Graph;
let world: IdentityWorld;
let decisions: DecisionsService;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  world = new IdentityWorld(graph);
  decisions = new DecisionsService(world.identity, newId);
});
afterAll(() => graph.close());

/** Two decisions that meet: `first` has decided and waits for its commit until `second` has begun. */
async function meeting<A, B>(
  first: (decisions: DecisionsService) => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  const waiting = new WaitingGraph(testGraphOptions());
  try {
    const one = first(new DecisionsService(new IdentityWorld(waiting).identity, newId));
    await waiting.isDecided;
    const two = second();
    await new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS));
    waiting.commit();
    return [await one, await two];
  } finally {
    await waiting.close();
  }
}

/** A decision as an older version or another door may have left it: taken without the checks of the service. */
async function taken(decision: Pick<Decision, 'id' | 'kind' | 'sides'>): Promise<void> {
  const facts = { actor: 'somebody', reason: 'a test', decidedAt: 1, expiresAt: null, payloadHash: decision.id };
  await world.identity.rule('somebody', (bench) => bench.bring({ begin: [{ ...decision, ...facts }], end: [] }));
}

const side = (records: RecordKey[], identifiers: IdentifierKey[] = []) => ({ records, identifiers });
const crm = (id: string): RecordKey => recordKey('crm', id);
const status = async (): Promise<string | undefined> => (await graph.lookup(statusOf, { key: EMAIL }))[0]?.status;
const customers = async (): Promise<string[]> => (await world.customers()).map((each) => each.records.join(' '));
const verified = async (): Promise<void> =>
  expect((await new VerifyService(graph, DEFAULT_POLICY).verify()).differences).toEqual([]);

describe('an identifier that several decisions block', () => {
  beforeEach(() => world.upsert(['1', '2'].map((id) => record('crm', id, ['EMAIL', 'ana@correo.mx']))));

  test('stays blocked until the last of them ends', async () => {
    for (const id of ['block-1', 'block-2']) await taken({ id, kind: 'BLOCK', sides: [side([], [EMAIL])] });
    expect(await customers()).toEqual(['crm|1', 'crm|2']);
    await decisions.revokeDecision(DEVELOPER, 'block-1', TERMS);
    expect(await status()).toBe('BLOCKED');
    expect(await customers()).toEqual(['crm|1', 'crm|2']);
    await decisions.revokeDecision(DEVELOPER, 'block-2', TERMS);
    expect(await status()).toBe('LINKABLE');
    expect(await customers()).toEqual(['crm|1 crm|2']);
    await verified();
  });

  test('is unblocked by ending all of them at once', async () => {
    for (const id of ['block-1', 'block-2']) await taken({ id, kind: 'BLOCK', sides: [side([], [EMAIL])] });
    await decisions.unblockIdentifier(DEVELOPER, EMAIL, TERMS);
    expect(await customers()).toEqual(['crm|1 crm|2']);
  });

  test('is blocked once by two stewards at the same time', async () => {
    const [first, second] = await meeting(
      (others) => others.blockIdentifier(DEVELOPER, EMAIL, TERMS),
      () => decisions.blockIdentifier(DEVELOPER, EMAIL, TERMS),
    );
    expect(first).toMatchObject({ kind: 'done' });
    expect(second).toMatchObject({ kind: 'refused', refusal: { code: 'ALREADY_DECIDED' } });
  });
});

test('an ALWAYS that cannot be followed from its beginning is marked, and not any more when it ends', async () => {
  await world.upsert([record('crm', '1'), record('crm', '2')]);
  await taken({ id: 'never', kind: 'NEVER', sides: [side([crm('1')]), side([crm('2')])] });
  await taken({ id: 'always', kind: 'ALWAYS', sides: [side([crm('1')]), side([crm('2')])] });
  expect(await graph.lookup(marksOf, { id: 'always' })).toEqual([{ skipped: true, reviews: ['OPEN'] }]);
  await verified();
  await decisions.revokeDecision(DEVELOPER, 'always', TERMS);
  expect(await graph.lookup(marksOf, { id: 'always' })).toEqual([{ skipped: null, reviews: ['CLOSED'] }]);
});

test('one that begins so is followed, and its matter closed, when the NEVER ends', async () => {
  await world.upsert([record('crm', '1'), record('crm', '2')]);
  await taken({ id: 'never', kind: 'NEVER', sides: [side([crm('1')]), side([crm('2')])] });
  await taken({ id: 'always', kind: 'ALWAYS', sides: [side([crm('1')]), side([crm('2')])] });
  await decisions.revokeDecision(DEVELOPER, 'never', TERMS);
  expect(await graph.lookup(marksOf, { id: 'always' })).toEqual([{ skipped: null, reviews: ['CLOSED'] }]);
  expect(await customers()).toEqual(['crm|1 crm|2']);
  await verified();
});

test('a side that names an address means its holders, also when their customer is merged away meanwhile', async () => {
  await world.upsert([
    record('crm', '1', ['EMAIL', 'ana@correo.mx']),
    record('crm', '2', ['EMAIL', 'luis@correo.mx']),
    record('crm', '3', ['EMAIL', 'luis@correo.mx']),
    record('crm', '4', ['EMAIL', 'marta@correo.mx']),
  ]);
  const idOf = async (key: string): Promise<string> =>
    (await world.customers()).find((each) => each.records.includes(key))?.id ?? '';
  const [ana, luis] = [await idOf('crm|1'), await idOf('crm|2')];
  const [merge, never] = await meeting(
    (others) => others.mergeCustomers(DEVELOPER, { into: luis, customers: [ana] }, TERMS),
    () =>
      decisions.neverLink(
        DEVELOPER,
        [
          { customers: [], records: [], identifiers: [EMAIL] },
          { customers: [], records: [crm('4')], identifiers: [] },
        ],
        TERMS,
      ),
  );
  expect(merge).toMatchObject({ kind: 'done' });
  expect(never).toMatchObject({ kind: 'done' });
  const id = never.kind === 'done' ? never.taken.decisionId : '';
  expect(await graph.lookup(namedBy, { id })).toEqual([
    { side: 0, record: 'crm|1' },
    { side: 1, record: 'crm|4' },
  ]);
  await verified();
});

test('a review item that was kept is answered again for its key, and a key that ended one decision ends no other', async () => {
  await world.upsert([record('crm', '1'), record('crm', '2'), record('crm', '3')]);
  const keyed = { ...TERMS, idempotencyKey: 'k' };
  const first = await decisions.note(DEVELOPER, 'item-1', keyed);
  expect(first).toMatchObject({ kind: 'done', taken: { replayed: false } });
  expect(await decisions.note(DEVELOPER, 'item-1', keyed)).toMatchObject({ kind: 'done', taken: { replayed: true } });
  const other = await decisions.note(DEVELOPER, 'item-2', keyed);
  expect(other).toMatchObject({ kind: 'refused', refusal: { code: 'IDEMPOTENCY_KEY_REUSED' } });
});
