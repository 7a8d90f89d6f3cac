import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { runSettings } from '../../support/arbitraries/run-settings.js';
import { record } from '../../support/identity-world.js';
import { InteractionsWorld, TERMS, visit } from '../../support/interactions-world.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(600_000);

const RECORDS = ['a', 'b', 'c', 'd'];
const EMAILS = ['x@correo.mx', 'y@correo.mx'];
type Subject = { readonly record: string } | { readonly email: string };
type Move =
  | { readonly kind: 'upsert'; readonly id: string; readonly emails: readonly string[] }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'merge'; readonly id: string; readonly into: string }
  | { readonly kind: 'part'; readonly id: string; readonly from: string }
  | { readonly kind: 'unmerge' }
  | { readonly kind: 'happen'; readonly subject: Subject; readonly minute: number };

const id = fc.constantFrom(...RECORDS);
const moves = fc.oneof(
  fc.record({ kind: fc.constant('upsert' as const), id, emails: fc.subarray(EMAILS) }),
  fc.record({ kind: fc.constant('delete' as const), id }),
  fc.record({ kind: fc.constant('merge' as const), id, into: id }),
  fc.record({ kind: fc.constant('part' as const), id, from: id }),
  fc.constant({ kind: 'unmerge' as const }),
  fc.record({
    kind: fc.constant('happen' as const),
    subject: fc.oneof(
      id.map((each) => ({ record: each })),
      fc.constantFrom(...EMAILS).map((email) => ({ email })),
    ),
    minute: fc.integer({ min: 0, max: 5 }),
  }),
);

let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
});
afterAll(() => graph.close());

/** A history, with a model of what happened and of who holds what. */
class Life {
  readonly world = new InteractionsWorld(graph);
  readonly happened: { id: string; minute: number; subject: Subject }[] = [];
  readonly held = new Map<string, readonly string[]>();

  async make(move: Move): Promise<void> {
    const { world } = this;
    if (move.kind === 'upsert') {
      this.held.set(move.id, move.emails);
      await world.upsert([record('crm', move.id, ...move.emails.map((each): [string, string] => ['EMAIL', each]))]);
    } else if (move.kind === 'delete') {
      this.held.delete(move.id);
      await world.delete({ source: 'crm', recordId: move.id });
    } else if (move.kind === 'happen') {
      await this.happen(move.subject, move.minute);
    } else if (move.kind === 'unmerge') {
      await world.unmergeLast();
    } else {
      const [one, other] = [await this.owner(move.id), await this.owner(move.kind === 'merge' ? move.into : move.from)];
      if (!one || !other) return;
      if (move.kind === 'merge')
        await world.decisions.mergeCustomers(DEVELOPER, { into: other, customers: [one] }, TERMS);
      else
        await world.decisions.splitCustomer(DEVELOPER, { customer: one, records: [`crm|${move.id}` as never] }, TERMS);
    }
  }

  /** Every customer's timeline by the model, from the partition alone. */
  async expected(): Promise<Record<string, string[]>> {
    const customers = await this.world.customers();
    const ofEmail = (email: string) =>
      customers.filter(({ records }) => records.some((key) => this.held.get(key.slice(4))?.includes(email)));
    const owners = (subject: Subject) =>
      'record' in subject
        ? customers.filter(({ records }) => records.includes(`crm|${subject.record}`))
        : ofEmail(subject.email);
    const sorted = [...this.happened].sort((a, b) => b.minute - a.minute || (a.id < b.id ? 1 : -1));
    const of = (customer: string) =>
      sorted.filter(({ subject }) => {
        const found = owners(subject);
        return found.length === 1 && found[0]?.id === customer;
      });
    return Object.fromEntries(customers.map((each) => [each.id, of(each.id).map((one) => one.id)]));
  }

  async actual(): Promise<Record<string, string[]>> {
    const customers = await this.world.customers();
    const timelines = customers.map(async (each) => [each.id, await this.world.timeline(each.id, {}, 2)] as const);
    return Object.fromEntries(await Promise.all(timelines));
  }

  private async owner(recordId: string): Promise<string | null> {
    return (await this.world.customers()).find(({ records }) => records.includes(`crm|${recordId}`))?.id ?? null;
  }

  private async happen(subject: Subject, minute: number): Promise<void> {
    const interactionId = String(this.happened.length).padStart(3, '0');
    const whose =
      'record' in subject
        ? { record: { source: 'crm', recordId: subject.record } }
        : { identifier: { type: 'EMAIL', value: subject.email } };
    await this.world.record(visit(interactionId, whose, { occurredAt: `2026-01-01T10:0${minute}:00Z` }));
    this.happened.push({ id: interactionId, minute, subject });
  }
}

test('no interaction is lost or doubled, whatever merges, parts and goes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(moves, { minLength: 6, maxLength: 14 }), async (history) => {
      await emptyGraph(graph);
      const life = new Life();
      for (const recordId of RECORDS) await life.make({ kind: 'happen', subject: { record: recordId }, minute: 3 });
      for (const email of EMAILS) await life.make({ kind: 'happen', subject: { email }, minute: 4 });
      for (const move of history) await life.make(move);
      expect(await life.actual()).toEqual(await life.expected());
    }),
    runSettings('interactions of customers', 12),
  );
});
