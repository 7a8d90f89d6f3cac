import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RecordChange } from '../../src/identity/records/record.types.js';
import { DEVELOPER } from '../../src/auth/principal.js';
import { recordKey, type CustomerId } from '../../src/kernel/ids.js';
import { lives, type Life } from '../support/arbitraries/lives.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { live, TERMS } from '../support/life/living.js';
import { differences } from '../support/memory/graph-differences.js';
import { copyOf, customerOf, membersOf, type MemoryGraph } from '../support/memory/memory-graph.js';
import { MemoryWorld } from '../support/memory/memory-world.js';

const someLife = lives({ batches: 5, batchMax: 3, moments: 'any', versions: 'mixed' }, 2);
const restless = lives({ batches: 5, batchMax: 2, moments: 'any', versions: 'mixed', temper: 'restless' }, 2);
const pairs = fc.tuple(fc.oneof(someLife, restless), fc.nat({ max: 97 }), fc.nat({ max: 97 }));

async function worldAfter({ policy, steps }: Life): Promise<MemoryWorld> {
  const world = new MemoryWorld(policy);
  for (const [index, step] of steps.entries()) if (step.kind !== 'policy') await live(world, step, index);
  return world;
}

/** Two live customers; null when there are not so many. */
function twoOf({ customers }: MemoryGraph, first: number, second: number): [CustomerId, CustomerId] | null {
  const ids = [...customers.values()].filter((node) => node.status === 'LIVE').map((node) => node.id);
  const [one] = ids.splice(first % Math.max(1, ids.length), 1);
  const other = ids[second % Math.max(1, ids.length)];
  return one && other ? [one, other] : null;
}

/** Who is who, under which ids, and where former ones lead: of the records that `at` had. */
function standing(graph: MemoryGraph, at: MemoryGraph): object {
  const owners = [...at.records.keys()].map((key) => [key, customerOf(graph, key)]);
  const nodes = [...at.customers.keys()].flatMap((id) => graph.customers.get(id) ?? []);
  const redirects = graph.redirects.filter((edge) => at.customers.has(edge.into));
  return {
    owners,
    customers: nodes.map(({ id, status, size, createdTx }) => ({ id, status, size, createdTx })),
    redirects: redirects.map((edge) => `${edge.from} ${edge.into}`).sort(),
  };
}

/** A record that holds what a member of each customer holds. */
function bridge(graph: MemoryGraph, customers: readonly CustomerId[]): RecordChange {
  const members = customers
    .flatMap((id) => membersOf(graph, id).slice(0, 1))
    .flatMap((key) => graph.records.get(key) ?? []);
  const held = members.flatMap((record) => record.attachments.filter((each) => each.status === 'ACTIVE'));
  const attachments = [
    ...new Map(held.map((each) => [each.identifier, { ...each, since: null, until: null }])).values(),
  ];
  return {
    ...{ kind: 'REPLACE', key: recordKey('web', 'bridge'), source: 'web', recordId: 'bridge' },
    ...{ realm: members[0]?.realm ?? '', sourceVersion: null, order: null, capturedAt: null },
    ...{ attributes: {}, attachments, removeIdentifiers: [], cleared: [], contentHash: 'bridge' },
  };
}

/** What cannot be taken back exactly is left as it is. */
function expectUntouched(graph: MemoryGraph, merged: MemoryGraph, code: string): void {
  expect(code).toBe('LATER_EVENTS');
  expect(graph).toEqual(merged);
}

describe('a merge that is taken back', () => {
  test('by a steward, at once, is as if it had never been, ids included, or is refused', async () => {
    const met = { merged: 0, back: 0 };
    await fc.assert(
      fc.asyncProperty(pairs, async ([life, first, second]) => {
        const world = await worldAfter(life);
        const { graph } = world.store;
        const two = twoOf(graph, first, second);
        if (!two) return;
        const before = copyOf(graph);
        const taken = await world.decisions.mergeCustomers(DEVELOPER, { into: two[0], customers: [two[1]] }, TERMS);
        if (taken.kind === 'refused') return;
        const event = taken.taken.changes.find((each) => each.kind === 'MERGED')?.eventId ?? 'none';
        met.merged += 1;
        const merged = copyOf(graph);
        const answer = await world.decisions.unmerge(DEVELOPER, event, TERMS);
        if (answer.kind === 'refused') {
          expectUntouched(graph, merged, answer.refusal.code);
          return;
        }
        met.back += 1;
        expect(standing(graph, before)).toEqual(standing(before, before));
        expect(differences(graph, world.policy)).toEqual([]);
      }),
      runSettings('a decided merge taken back', 300),
    );
    expect(met.back).toBeGreaterThan(met.merged * 0.8);
  }, 600_000);

  test('by identifiers, gives each customer its id and its records again, or says why not', async () => {
    const met = { merged: 0, back: 0 };
    await fc.assert(
      fc.asyncProperty(pairs, async ([life, first, second]) => {
        const world = await worldAfter(life);
        const { graph } = world.store;
        const two = twoOf(graph, first, second);
        if (!two) return;
        const before = copyOf(graph);
        await world.apply([bridge(graph, two)]);
        const event = graph.events.slice(before.events.length).find((each) => each.kind === 'MERGED');
        const merged = copyOf(graph);
        if (!event) return;
        met.merged += 1;
        const answer = await world.decisions.unmerge(DEVELOPER, event.id, TERMS);
        if (answer.kind === 'refused') {
          expectUntouched(graph, merged, answer.refusal.code);
          return;
        }
        met.back += 1;
        for (const id of [event.customer, ...event.retired])
          expect(
            membersOf(graph, id)
              .filter((key) => before.records.has(key))
              .sort(),
          ).toEqual(membersOf(before, id).sort());
        expect(differences(graph, world.policy)).toEqual([]);
      }),
      runSettings('a merge by identifiers taken back', 300),
    );
    expect(met.back).toBeGreaterThan(met.merged * 0.8);
  }, 600_000);
});
