import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { crowds } from '../support/arbitraries/crowds.js';
import { worlds as freeWorlds, type World } from '../support/arbitraries/evidences.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { bridgesByTheBook } from '../support/oracle/bridges-by-the-book.js';
import { splitByComponent } from '../support/oracle/components.js';
import { identifierKey, recordKey, type RecordKey } from '../../src/kernel/ids.js';
import { DEFAULT_POLICY } from '../../src/identity/policy/default-policy.js';
import type { AttachmentEvidence, Evidence } from '../../src/identity/resolution/evidence.types.js';
import { linkable } from '../../src/identity/resolution/link-units.js';
import { NOBODY } from '../../src/identity/resolution/persons/person.types.js';
import { resolve } from '../../src/identity/resolution/resolve.js';
import {
  findBridges,
  type BridgesFound,
  type CustomerEvidence,
} from '../../src/identity/explain/bridges/find-bridges.js';
import { isPlain } from '../../src/identity/explain/bridges/plain.js';

/** Sparse worlds of one realm in which no rule fires, so that chains, stars and loops of every form come about. */
const calm: fc.Arbitrary<World> = fc
  .record({
    held: fc.array(
      fc.uniqueArray(fc.tuple(fc.nat({ max: 9 }), fc.constantFrom(0, 0, 0, 1)), {
        ...{ minLength: 1, maxLength: 3, selector: ([value, tenure]) => `${value} ${tenure}` },
      }),
      { minLength: 4, maxLength: 14, size: 'max' },
    ),
    always: fc.option(
      fc.array(fc.uniqueArray(fc.nat({ max: 13 }), { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 }),
    ),
    maxRecords: fc.constantFrom(50, 50, 3),
  })
  .map(({ held, always, maxRecords }) => ({
    evidence: {
      records: held.map((list, at) => {
        return { key: keyAt(at), realm: 'default', person: NOBODY, attachments: list.map(calmAttachment) };
      }),
      decisions: always ? [{ id: 'd', kind: 'ALWAYS' as const, decidedAt: 1, sides: always.map(calmSide) }] : [],
      ...{ blocked: new Set(), generic: new Set() },
    },
    policy: {
      ...DEFAULT_POLICY,
      types: { ...DEFAULT_POLICY.types, EMAIL: { ...type('EMAIL'), maxRecords } },
    },
  }));

function type(name: string): World['policy']['types'][string] {
  const known = DEFAULT_POLICY.types[name];
  if (!known) throw new Error(`${name} is a type of the default policy`);
  return known;
}

function keyAt(at: number): RecordKey {
  return recordKey('crm', String((at * 5) % 14));
}

function calmSide(records: readonly number[]): Evidence['decisions'][number]['sides'][number] {
  return { records: records.map(keyAt), identifiers: [] };
}

function calmAttachment([value, tenure]: readonly [number, number]): AttachmentEvidence {
  const identifier = identifierKey('default', 'EMAIL', '', String(value));
  return { identifier, type: 'EMAIL', namespace: '', capturedAt: null, tenure, active: true };
}

const worlds = fc.oneof(
  { weight: 2, arbitrary: freeWorlds },
  { weight: 1, arbitrary: crowds },
  { weight: 2, arbitrary: calm },
);

/** Every customer of a world that has several records, with its evidence component, and again with the whole world. */
function customersOf({ evidence, policy }: World, trialRecords = 1_000_000): CustomerEvidence[] {
  return [...splitByComponent(evidence, policy), evidence].flatMap((part) =>
    resolve(part, policy)
      .groups.filter((group) => group.length > 1)
      .map((group) => ({ evidence: part, policy, members: new Set(group), brink: new Set<never>(), trialRecords })),
  );
}

function toTheEnd(customer: CustomerEvidence): BridgesFound {
  const steps = findBridges(customer);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function said({ bridges }: BridgesFound): string[] {
  return bridges
    .map(({ loss, parts }) => {
      const what = [loss.kind, loss.record, loss.identifier].filter((each) => each !== null).join(' ');
      return `${what} -> ${parts.join(' ')}`;
    })
    .sort();
}

/** What happened, as words to count. */
function happenings(world: World): string[] {
  return customersOf(world).flatMap((customer) => {
    const { evidence, policy } = customer;
    const resolution = resolve(evidence, policy);
    const plain = isPlain(evidence, linkable(evidence, policy), resolution, policy) ? 'PLAIN' : 'RULED';
    const found = toTheEnd(customer).bridges.map(({ loss }) => `${plain} ${loss.kind}`);
    return [plain, `${plain} ${evidence.decisions.length > 0 ? 'DECIDED' : 'UNDECIDED'}`, ...found];
  });
}

describe('bridges of a customer', () => {
  test('the worlds hold plain customers and others, with bridges of every kind', () => {
    const counts = new Map<string, number>();
    for (const word of fc.sample(worlds, { numRuns: 400, seed: 7 }).flatMap(happenings)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count < 25)).toEqual([]);
    expect(counts.size).toBe(12);
  });

  test('are those that resolving without each thing finds, with the same parts', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        for (const customer of customersOf(world)) {
          const found = toTheEnd(customer);
          expect(said(found)).toEqual(bridgesByTheBook(customer.evidence, customer.policy, [...customer.members]));
          expect(found.complete).toBe(true);
        }
      }),
      runSettings('bridges', 150),
    );
  });

  test('are never claimed wrongly when little may be tried, and then it says that there may be more', () => {
    fc.assert(
      fc.property(worlds, fc.nat({ max: 60 }), (world, trialRecords) => {
        for (const customer of customersOf(world, trialRecords)) {
          const found = toTheEnd(customer);
          const all = bridgesByTheBook(customer.evidence, customer.policy, [...customer.members]);
          expect(all).toEqual(expect.arrayContaining(said(found)));
          if (found.complete) expect(said(found)).toEqual(all);
        }
      }),
      runSettings('bridges within a budget', 80),
    );
  });
});
