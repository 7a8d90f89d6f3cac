import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DEVELOPER } from '../../../src/auth/principal.js';
import { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { DecisionsService, type DecisionAnswer } from '../../../src/identity/decisions/decisions.service.js';
import { identifierKey, newId, recordKey } from '../../../src/kernel/ids.js';
import { FaultProxy } from '../../support/fault-proxy.js';
import { IdentityWorld, record } from '../../support/identity-world.js';
import { emptyGraph, testGraph, testGraphOptions } from '../../support/test-graph.js';
import { WaitingGraph } from '../../support/waiting-graph.js';

jest.setTimeout(60_000);

const TERMS = { reason: 'seen', expiresAt: null, dryRun: false, idempotencyKey: null };
const EMAIL = identifierKey('default', 'EMAIL', '', 'ana@correo.mx');
const newestEvent = statementOf<Record<string, never>, { id: string }>(
  'test/newest-event',
  'MATCH (event:IdentityEvent) RETURN event.id AS id ORDER BY event.seq DESC LIMIT 1',
  { access: 'read', scansLabel: true },
);

let direct: Graph;
let proxy: FaultProxy;
let graph: Graph;
let world: IdentityWorld;
let decisions: DecisionsService;

beforeAll(async () => {
  direct = await testGraph();
  const options = testGraphOptions();
  proxy = await FaultProxy.before(options.uri);
  graph = new Graph({ ...options, uri: `bolt://127.0.0.1:${proxy.port}` });
});
beforeEach(async () => {
  await emptyGraph(direct);
  world = new IdentityWorld(graph);
  decisions = new DecisionsService(world.identity, newId);
});
afterAll(async () => {
  await proxy.close();
  await graph.close();
  await direct.close();
});

/** A decision whose commit is done and whose answer is lost. */
async function unheard(decide: () => Promise<DecisionAnswer>): Promise<DecisionAnswer> {
  proxy.link = 'loses-commit-answer';
  const answer = await decide();
  expect(proxy.link).toBe('up');
  return answer;
}

async function twoCustomers(): Promise<[string, string]> {
  await world.upsert([record('crm', '1', ['EMAIL', 'ana@correo.mx']), record('crm', '2', ['EMAIL', 'luis@correo.mx'])]);
  const [one, two] = await world.customers();
  return [one?.id ?? '', two?.id ?? ''];
}

async function newest(): Promise<string> {
  const [event] = await direct.lookup(newestEvent, {});
  return event?.id ?? '';
}

describe('a decision whose answer is lost is taken once, and answered', () => {
  test('an identifier unblocked', async () => {
    await twoCustomers();
    await decisions.blockIdentifier(DEVELOPER, EMAIL, TERMS);
    const answer = await unheard(() => decisions.unblockIdentifier(DEVELOPER, EMAIL, TERMS));
    expect(answer).toMatchObject({ kind: 'done', taken: { replayed: true } });
    const again = await decisions.unblockIdentifier(DEVELOPER, EMAIL, TERMS);
    expect(again).toMatchObject({ kind: 'refused', refusal: { code: 'NOT_BLOCKED' } });
  });

  test('a merge by decision taken back', async () => {
    const [into, other] = await twoCustomers();
    await decisions.mergeCustomers(DEVELOPER, { into, customers: [other] }, TERMS);
    const event = await newest();
    const answer = await unheard(() => decisions.unmerge(DEVELOPER, event, TERMS));
    expect(answer).toMatchObject({ kind: 'done', taken: { replayed: true } });
    expect((await world.customers()).map((each) => each.id).sort()).toEqual([into, other].sort());
  });

  test('a split by decision taken back', async () => {
    await world.upsert(['1', '2'].map((id) => record('crm', id, ['EMAIL', 'ana@correo.mx'])));
    const [ana] = await world.customers();
    const command = { customer: ana?.id ?? '', records: [recordKey('crm', '2')] };
    await decisions.splitCustomer(DEVELOPER, command, TERMS);
    const event = await newest();
    const answer = await unheard(() => decisions.unmerge(DEVELOPER, event, TERMS));
    expect(answer).toMatchObject({ kind: 'done', taken: { replayed: true } });
    expect((await world.customers()).map((each) => each.records.length)).toEqual([2]);
  });

  test('an upsert with a key, answered with its first result', async () => {
    await world.upsert([record('crm', '9')]); // agrees on the rules, in a transaction of its own
    proxy.link = 'loses-commit-answer';
    const options = { idempotencyKey: 'once', alone: true };
    const answer = await world.ingest.upsert(DEVELOPER, [record('crm', '1', ['EMAIL', 'ana@correo.mx'])], options);
    expect(proxy.link).toBe('up');
    const [ana] = await world.customers();
    expect(answer).toMatchObject({ kind: 'done', replayed: true });
    expect(answer).toMatchObject({ results: [{ outcome: 'CREATED', customerId: ana?.id }] });
  });
});

test('a customer that is merged away while a decision waits for it is refused as stale', async () => {
  const [one, two] = await twoCustomers();
  await world.upsert([record('crm', '3', ['EMAIL', 'marta@correo.mx'])]);
  const three = (await world.customers()).find((each) => each.records[0] === 'crm|3')?.id ?? '';
  const waiting = new WaitingGraph(testGraphOptions());
  const first = new DecisionsService(new IdentityWorld(waiting).identity, newId);
  const merged = first.mergeCustomers(DEVELOPER, { into: one, customers: [two] }, TERMS);
  await waiting.isDecided;
  const late = decisions.mergeCustomers(DEVELOPER, { into: three, customers: [two] }, TERMS);
  await new Promise((resolve) => setTimeout(resolve, 500));
  waiting.commit();
  expect(await merged).toMatchObject({ kind: 'done' });
  expect(await late).toMatchObject({ kind: 'refused', refusal: { code: 'STALE_CUSTOMER', field: 'customers[0]' } });
  expect(await world.customers()).toHaveLength(2);
  await waiting.close();
});
