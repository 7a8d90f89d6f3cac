import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence, RecordEvidence, Resolution } from '../../src/identity/resolution/evidence.types.js';
import { resolve } from '../../src/identity/resolution/resolve.js';
import { comparePersons } from '../../src/identity/resolution/persons/compare-persons.js';
import type { Policy } from '../../src/identity/policy/policy.types.js';
import type { RecordKey } from '../../src/kernel/ids.js';
import { crowds } from '../support/arbitraries/crowds.js';
import { persons, shuffled, type World, worlds as freeWorlds } from '../support/arbitraries/evidences.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { comparable } from '../support/oracle/comparable.js';
import { splitByComponent } from '../support/oracle/components.js';
import { breaksNever, capacityOf, type Group, slotsOf, spansRealms } from '../support/oracle/groups.js';
import { readFacts } from '../support/oracle/linkable.js';
import { comparePlainPersons } from '../support/oracle/persons.js';
import { resolveByTheBook } from '../support/oracle/resolve-by-the-book.js';

function groupsOf(resolution: Resolution, evidence: Evidence): Group[] {
  const byKey = new Map<RecordKey, RecordEvidence>(evidence.records.map((record) => [record.key, record]));
  return resolution.groups.map((keys) => keys.flatMap((key) => byKey.get(key) ?? []));
}

/** The same policy with no type that links, so that only ALWAYS decisions join. */
function withoutLinks(policy: Policy): Policy {
  const types = Object.entries(policy.types).map(([type, rule]) => [type, { ...rule, links: false }] as const);
  return { ...policy, types: Object.fromEntries(types) };
}

const worlds = fc.oneof({ weight: 3, arbitrary: freeWorlds }, { weight: 1, arbitrary: crowds });

/** What happened in a world, as words to count. */
function happenings({ evidence, policy }: World): string[] {
  const { groups, contested, joins, selfConflicts, skippedDecisions } = resolveByTheBook(evidence, policy);
  return [
    ...contested.flatMap((one) => one.reasons),
    ...joins.map((join) => (join.decision === null ? 'JOINED BY IDENTIFIER' : 'JOINED BY ALWAYS')),
    ...joins.filter((join) => contested.some((one) => one.identifier === join.identifier)).map(() => 'CLASS JOINED'),
    ...groups.filter((group) => group.length >= 4).map(() => 'GROUP OF FOUR'),
    ...selfConflicts.map(() => 'SELF CONFLICT'),
    ...skippedDecisions.map(() => 'SKIPPED ALWAYS'),
    ...(splitByComponent(evidence, policy).some((part) => part.records.length >= 4) ? ['COMPONENT OF FOUR'] : []),
  ];
}

describe('the random worlds', () => {
  test('meet every rule often enough to test it', () => {
    const counts = new Map<string, number>();
    for (const word of fc.sample(worlds, { numRuns: 500, seed: 7 }).flatMap(happenings)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const rare = [...counts].filter(([, count]) => count < 25);
    expect(rare).toEqual([]);
    expect(counts.size).toBe(11);
  });
});

describe('resolve', () => {
  test('compares the plain persons of the generators as the oracle does', () => {
    fc.assert(
      fc.property(persons, persons, (a, b) => {
        expect(comparePersons(a, b)).toBe(comparePlainPersons(a, b));
      }),
      runSettings('persons', 300),
    );
  });

  test('equals the oracle', () => {
    fc.assert(
      fc.property(worlds, ({ evidence, policy }) => {
        expect(comparable(resolve(evidence, policy))).toEqual(comparable(resolveByTheBook(evidence, policy)));
      }),
      runSettings('resolve equals the oracle', 4_000),
    );
  });

  test('does not depend on the order of records, attachments and decisions', () => {
    const twice = worlds.chain((world) => fc.tuple(fc.constant(world), shuffled(world.evidence)));
    fc.assert(
      fc.property(twice, ([{ evidence, policy }, other]) => {
        expect(comparable(resolve(other, policy))).toEqual(comparable(resolve(evidence, policy)));
      }),
      runSettings('order', 1_200),
    );
  });

  test('puts every record in exactly one group, sorted, and groups by their smallest key', () => {
    fc.assert(
      fc.property(worlds, ({ evidence, policy }) => {
        const { groups } = resolve(evidence, policy);
        expect(groups.flat().sort()).toEqual(evidence.records.map((record) => record.key).sort());
        for (const group of groups) expect(group).toEqual([...group].sort());
        expect(groups.map((group) => group[0])).toEqual(groups.map((group) => group[0]).sort());
      }),
      runSettings('partition', 1_000),
    );
  });

  test('never joins two sides of a NEVER, nor two realms', () => {
    fc.assert(
      fc.property(worlds, ({ evidence, policy }) => {
        const facts = readFacts(evidence, policy);
        for (const group of groupsOf(resolve(evidence, policy), evidence)) {
          const alone = group.some((record) => breaksNever([record], facts));
          expect(breaksNever(group, facts) && !alone).toBe(false);
          expect(spansRealms(group)).toBe(false);
        }
      }),
      runSettings('NEVER and realms', 1_200),
    );
  });

  test('never newly exceeds a capacity: a larger slot is one that ALWAYS alone had made', () => {
    fc.assert(
      fc.property(worlds, ({ evidence, policy }) => {
        const facts = readFacts(evidence, policy);
        const forced = groupsOf(resolve(evidence, withoutLinks(policy)), evidence).map((group) =>
          slotsOf(group, facts),
        );
        for (const group of groupsOf(resolve(evidence, policy), evidence)) {
          for (const [slot, values] of slotsOf(group, facts)) {
            if (values.size <= capacityOf(slot, facts)) continue;
            expect(forced.map((slots) => [...(slots.get(slot) ?? [])].sort())).toContainEqual([...values].sort());
          }
        }
      }),
      runSettings('capacity', 1_200),
    );
  });

  test('is local: the parts of the evidence resolved by themselves are the whole', () => {
    fc.assert(
      fc.property(worlds, ({ evidence, policy }) => {
        const parts = splitByComponent(evidence, policy).map((part) => resolve(part, policy));
        const whole = resolve(evidence, policy);
        const groups = parts.flatMap((part) => part.groups).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
        expect(groups).toEqual(whole.groups);
        const contested = (list: Resolution[]): string[] =>
          list.flatMap((one) => one.contested.map((item) => `${item.identifier}#${item.tenure}`)).sort();
        expect(contested(parts)).toEqual(contested([whole]));
      }),
      runSettings('locality', 1_200),
    );
  });
});
