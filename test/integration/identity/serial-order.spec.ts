import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { GraphUnavailable } from '../../../src/graph/errors.js';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { IdentityService } from '../../../src/identity/identity.service.js';
import { DEFAULT_POLICY } from '../../../src/identity/policy/default-policy.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import { FaultProxy } from '../../support/fault-proxy.js';
import { seededRandom } from '../../support/random.js';
import { nextOperation, perform, type Answer, type Operation } from '../../support/serial/operations.js';
import { ReplayedGraph } from '../../support/serial/replayed-graph.js';
import { OrderedGraph, prepareOrder, readSteps, type Step } from '../../support/serial/ordered-graph.js';
import { wholeStory } from '../../support/serial/whole-story.js';
import { emptyGraph, testGraph, testGraphOptions } from '../../support/test-graph.js';

jest.setTimeout(240_000);

const WRITERS = 5;
const OPERATIONS = Number(process.env.HUELLA_SERIAL_OPERATIONS ?? 12);
/** Chances of an operation to lose the answer to its commit, and of a transaction to end in a deadlock. */
const LOSS = 0.25;
const DEADLOCK = 0.1;
const seed = Number(process.env.HUELLA_CONCURRENCY_SEED ?? Date.now() % 1_000_000);

interface Asked {
  readonly operation: Operation;
  readonly answer: Answer;
}

let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  await graph.write('test.order', (tx) => tx.run(prepareOrder, {}));
});
afterAll(() => graph.close());

/** A writer with a connection of its own that breaks, and transactions that deadlock. */
class Writer {
  readonly asked: Asked[] = [];
  readonly identity: IdentityService;

  private constructor(
    private readonly name: string,
    private readonly offset: number,
    readonly proxy: FaultProxy,
    private readonly ordered: OrderedGraph,
    private readonly random: () => number,
  ) {
    this.identity = new IdentityService(ordered, {
      policy: DEFAULT_POLICY,
      clock: ordered.clock,
      newId: ordered.newId,
    });
  }

  static async open(name: string, offset: number, random: () => number, retries: string[]): Promise<Writer> {
    const options = testGraphOptions();
    const proxy = await FaultProxy.before(options.uri);
    const hooks = { onRetry: (_: string, __: number, { code }: { code: string }) => void retries.push(code) };
    const uri = `bolt://127.0.0.1:${proxy.port}`;
    return new Writer(
      name,
      offset,
      proxy,
      new OrderedGraph({ ...options, uri }, hooks, () => random() < DEADLOCK),
      random,
    );
  }

  async work(): Promise<void> {
    for (let number = 1; number <= OPERATIONS; number += 1) {
      const operation = await nextOperation(graph, `${this.name}-${number}`, this.random, number + this.offset);
      if (!operation) continue;
      this.ordered.operation = operation.id;
      const chance = this.random();
      if (chance < LOSS) this.proxy.link = chance < LOSS / 2 ? 'loses-commit-answer' : 'breaks-at-commit';
      const answer = await this.insist(operation);
      this.proxy.link = 'up';
      this.asked.push({ operation, answer });
    }
  }

  /** A connection that breaks after a long wait is the caller's to try again. */
  private async insist(operation: Operation, attempts = 3): Promise<Answer> {
    try {
      return await perform(this.identity, operation);
    } catch (error) {
      if (!(error instanceof GraphUnavailable) || attempts === 1) throw error;
      return this.insist(operation, attempts - 1);
    }
  }

  async close(): Promise<void> {
    await this.ordered.close();
    await this.proxy.close();
  }
}

/**
 * Does what was committed again, one after the other, at the same times and with the same ids. Each must be answered as
 * it was, the last time when its answer was lost.
 */
async function again(steps: readonly Step[], asked: ReadonlyMap<string, Asked>): Promise<void> {
  const replayed = new ReplayedGraph(testGraphOptions());
  const { newId } = replayed;
  for (const [index, { operation: id, at, ids }] of steps.entries()) {
    replayed.ids = ids;
    const clock = { now: () => new Date(at) };
    const was = asked.get(id);
    if (!was) throw new Error(`nobody asked for ${id}`);
    const identity = new IdentityService(replayed, { policy: DEFAULT_POLICY, clock, newId });
    const answer = await perform(identity, was.operation);
    if (steps.slice(index + 1).some((later) => later.operation === id)) continue;
    expect([was.operation, said(answer)]).toEqual([was.operation, said(was.answer)]);
  }
  await replayed.close();
}

/** What an answer says, told for the first time or again. */
function said(answer: Answer): unknown {
  if (answer.kind !== 'done') return answer;
  return 'taken' in answer ? answer.taken.changes : answer.results;
}

const numbers = statementOf<Record<string, never>, { seq: number; subject: string }>(
  'test/event-numbers',
  `MATCH (event:IdentityEvent)-[:CHANGED]->(customer:Customer)
   RETURN event.seq AS seq, toString(event.tx) + ' ' + customer.id AS subject ORDER BY seq`,
  { access: 'read', scansLabel: true },
);

async function allAtOnce(): Promise<{ asked: Map<string, Asked>; retries: string[]; lost: number }> {
  const retries: string[] = [];
  const names = Array.from({ length: WRITERS }, (_, index) => index);
  const writers = await Promise.all(
    names.map((index) => Writer.open(`w${index}`, index * 3, seededRandom(seed * 100 + index), retries)),
  );
  const worked = await Promise.allSettled(writers.map((writer) => writer.work()));
  await Promise.all(writers.map((writer) => writer.close()));
  for (const each of worked) if (each.status === 'rejected') throw each.reason;
  const asked = new Map(writers.flatMap((writer) => writer.asked.map((each) => [each.operation.id, each] as const)));
  return { asked, retries, lost: writers.reduce((sum, { proxy }) => sum + proxy.lost, 0) };
}

describe(`several writers over bad links (seed ${seed})`, () => {
  test('leave the partition that their transactions leave one after the other, each told once and without a gap', async () => {
    const { asked, retries, lost } = await allAtOnce();
    const steps = await graph.lookup(readSteps, {});
    const done = new Set(steps.map((step) => step.operation));
    const kinds = new Set([...done].map((id) => asked.get(id)?.operation.kind));
    // An operation that was committed is never answered as refused, and the other way round.
    const misled = [...asked.values()].filter(
      ({ operation, answer }) => done.has(operation.id) !== (answer.kind === 'done'),
    );
    expect(misled).toEqual([]);
    expect([...done].filter((id) => !asked.has(id))).toEqual([]);
    expect((await new VerifyService(graph, DEFAULT_POLICY).verify()).differences).toEqual([]);
    const events = await graph.lookup(numbers, {});
    expect(events.map((each) => each.seq)).toEqual(events.map((_, index) => index + 1));
    expect(new Set(events.map((each) => each.subject)).size).toBe(events.length);
    const together = await wholeStory(graph);
    await emptyGraph(graph);
    await again(steps, asked);
    expect(await wholeStory(graph)).toEqual(together);
    expect(kinds.size).toBeGreaterThan(6);
    expect(lost).toBeGreaterThan(2);
    expect(retries.filter((code) => code.endsWith('DeadlockDetected')).length).toBeGreaterThan(2);
  });
});
