import { describe, expect, test } from '@jest/globals';
import type { Evidence, RecordEvidence, Resolution } from '../../src/identity/resolution/evidence.types.js';
import { resolve } from '../../src/identity/resolution/resolve.js';
import type { Policy, TypePolicy } from '../../src/identity/policy/policy.types.js';
import { decision, evidence, EXAMPLE_POLICY, id, key, on, record, written } from '../support/oracle/example.js';
import { comparable } from '../support/oracle/comparable.js';
import { resolveByTheBook } from '../support/oracle/resolve-by-the-book.js';

const ana = { given: 'ana' };
const luis = { given: 'luis' };

/** Resolves with the oracle, and expects `resolve` to say the same: each sentence of the rules is tried on both. */
function resolveTwice(records: RecordEvidence[], unusual: Partial<Evidence>, policy = EXAMPLE_POLICY): Resolution {
  const given = evidence(records, unusual);
  const byTheBook = resolveByTheBook(given, policy);
  expect(comparable(resolve(given, policy))).toEqual(comparable(byTheBook));
  return byTheBook;
}

function groupsOf(records: RecordEvidence[], unusual: Partial<Evidence> = {}, policy?: Policy): string {
  return written(resolveTwice(records, unusual, policy).groups);
}

function contestedBy(records: RecordEvidence[], unusual: Partial<Evidence> = {}): string[] {
  const { contested } = resolveTwice(records, unusual);
  return contested.map(({ identifier, tenure, reasons }) => `${identifier}#${tenure} ${reasons.join('+')}`);
}

/** The example policy with one type's rule changed. */
function withRule(type: string, change: Partial<TypePolicy>): Policy {
  const rule = EXAMPLE_POLICY.types[type];
  if (rule === undefined) throw new Error(`no ${type} in the example policy`);
  return { ...EXAMPLE_POLICY, types: { ...EXAMPLE_POLICY.types, [type]: { ...rule, ...change } } };
}

describe('linkable attachments', () => {
  test('records that share nothing stay apart, records without identifiers too', () => {
    expect(groupsOf([record('a', ['EMAIL:1']), record('b', ['EMAIL:2']), record('c', [])])).toBe('a | b | c');
  });

  test('a type that does not link, or is in no policy, joins nobody', () => {
    expect(groupsOf([record('a', ['NOTE:1', 'FOREIGN:1']), record('b', ['NOTE:1', 'FOREIGN:1'])])).toBe('a | b');
  });

  test('a held or detached attachment joins nobody', () => {
    expect(groupsOf([record('a', ['EMAIL:1']), record('b', [on('EMAIL:1', { active: false })])])).toBe('a | b');
  });

  test('a blocked or generic identifier joins nobody', () => {
    const records = [record('a', ['EMAIL:1', 'PHONE:1']), record('b', ['EMAIL:1', 'PHONE:1'])];
    const unusual = { blocked: new Set([id('EMAIL:1')]), generic: new Set([id('PHONE:1')]) };
    expect(groupsOf(records, unusual)).toBe('a | b');
  });

  test('an identifier with maxRecords linkable attachments joins, with one more it is generic', () => {
    const three = ['a', 'b', 'c'].map((name) => record(name, ['EMAIL:1']));
    expect(groupsOf(three)).toBe('a b c');
    expect(groupsOf([...three, record('d', ['EMAIL:1'])])).toBe('a | b | c | d');
    expect(groupsOf([...three, record('d', [on('EMAIL:1', { active: false })])])).toBe('a b c | d');
  });

  test('links and maxRecords count inside one tenure', () => {
    const later = on('EMAIL:1', { tenure: 1 });
    const records = ['a', 'b', 'c'].map((name) => record(name, ['EMAIL:1']));
    expect(groupsOf([...records, record('d', [later]), record('e', [later])])).toBe('a b c | d e');
  });
});

describe('groups and slots', () => {
  test('a record that alone exceeds a capacity links through none of that type, and its values enter no slot', () => {
    const records = [
      record('a', ['SSO:1', 'SSO:2', 'EMAIL:1']),
      record('b', ['SSO:1', 'EMAIL:1']),
      record('c', ['SSO:2']),
    ];
    const resolution = resolveTwice(records, {});
    expect(written(resolution.groups)).toBe('a b | c');
    expect(resolution.selfConflicts).toEqual([{ record: key('a'), type: 'SSO', namespace: '' }]);
  });

  test('a slot is per namespace', () => {
    const records = [record('a', ['SSO:1@x', 'EMAIL:1']), record('b', ['SSO:2@y', 'EMAIL:1'])];
    expect(groupsOf(records)).toBe('a b');
  });

  test('a blocked value neither fills a slot nor makes a conflict inside a record', () => {
    const records = [record('a', ['SSO:1', 'SSO:2']), record('b', ['SSO:1'])];
    expect(groupsOf(records, { blocked: new Set([id('SSO:2')]) })).toBe('a b');
  });
});

describe('ALWAYS', () => {
  test('joins without any identifier, beyond a capacity', () => {
    const records = [record('a', ['SSO:1']), record('b', ['SSO:2'])];
    expect(groupsOf(records, { decisions: [decision('ALWAYS', 'd', 1, ['a', 'b'])] })).toBe('a b');
  });

  test('joins the smallest live record of each side; the others follow only what joins them', () => {
    const records = ['b', 'c', 'd'].map((name) => record(name, []));
    expect(groupsOf(records, { decisions: [decision('ALWAYS', 'd', 1, ['a c b', 'd'])] })).toBe('b d | c');
  });

  test('does nothing when only one side is live', () => {
    const resolution = resolveTwice([record('a', [])], { decisions: [decision('ALWAYS', 'd', 1, ['a', 'z'])] });
    expect(resolution.skippedDecisions).toEqual([]);
  });

  test('oldest first, then by id: the one that comes too late for a NEVER is skipped', () => {
    const records = ['a', 'b', 'c'].map((name) => record(name, []));
    const never = decision('NEVER', 'n', 9, ['a', 'c']);
    const ab = decision('ALWAYS', 'y', 1, ['a', 'b']);
    const bc = decision('ALWAYS', 'x', 2, ['b', 'c']);
    const resolution = resolveTwice(records, { decisions: [bc, never, ab] });
    expect(written(resolution.groups)).toBe('a b | c');
    expect(resolution.skippedDecisions).toEqual(['x']);
    const tied = [never, ab, { ...bc, decidedAt: 1 }];
    expect(groupsOf(records, { decisions: tied })).toBe('a | b c');
  });

  test('is skipped when it would hold two realms', () => {
    const records = [record('a', []), record('b', [], { realm: 'other' })];
    const resolution = resolveTwice(records, { decisions: [decision('ALWAYS', 'd', 1, ['a', 'b'])] });
    expect(written(resolution.groups)).toBe('a | b');
    expect(resolution.skippedDecisions).toEqual(['d']);
  });
});

describe('order of the identifiers', () => {
  const bridge = (first: ReturnType<typeof on>, second: ReturnType<typeof on>): string =>
    groupsOf([record('a', ['SSO:1', first]), record('b', [first, second]), record('c', ['SSO:2', second])]);

  test('the stronger type first', () => {
    expect(bridge(on('PHONE:1', { capturedAt: 1 }), on('EMAIL:1', { capturedAt: 2 }))).toBe('a | b c');
  });

  test('within a strength the earlier captured, missing last', () => {
    expect(bridge(on('EMAIL:1', { capturedAt: 2 }), on('EMAIL:2', { capturedAt: 1 }))).toBe('a | b c');
    expect(bridge(on('EMAIL:1'), on('EMAIL:2', { capturedAt: 7 }))).toBe('a | b c');
  });

  test('then the smallest record key, then the key', () => {
    expect(bridge(on('EMAIL:2'), on('EMAIL:1'))).toBe('a b | c');
    const both = ['EMAIL:1', 'EMAIL:2'];
    const records = [record('a', both), record('b', ['SSO:1', 'EMAIL:2']), record('c', ['SSO:2', 'EMAIL:1'])];
    expect(groupsOf(records)).toBe('a c | b');
  });
});

describe('order of the identifiers and records in conflict with themselves', () => {
  test('a record in conflict with itself does not join, nor does it decide when its identifiers act', () => {
    const records = [
      record('a', ['SSO:1', 'LOYALTY:1']),
      record('b', ['LOYALTY:1', 'LOYALTY:2']),
      record('c', ['SSO:2', on('LOYALTY:2', { capturedAt: 2 })]),
      record('r', [on('LOYALTY:1', { capturedAt: 1 }), 'LOYALTY:3', 'LOYALTY:4']),
    ];
    expect(groupsOf(records)).toBe('a | b c | r');
  });
});

describe('incompatible groups', () => {
  test('two sides of a NEVER, named by record or by an unguarded identifier that the record holds', () => {
    const records = [record('a', ['EMAIL:1']), record('b', ['EMAIL:1', 'EXTERNAL_ID:1'])];
    expect(groupsOf(records, { decisions: [decision('NEVER', 'n', 1, ['a', 'b'])] })).toBe('a | b');
    expect(groupsOf(records, { decisions: [decision('NEVER', 'n', 1, ['a', 'EXTERNAL_ID:1'])] })).toBe('a | b');
    expect(contestedBy(records, { decisions: [decision('NEVER', 'n', 1, ['a', 'b'])] })).toEqual([
      'default|EMAIL||1#0 NEVER',
    ]);
  });

  test('a guarded, blocked, generic or inactive identifier puts nobody on a side', () => {
    const records = [record('a', ['EMAIL:1', 'PHONE:1']), record('b', ['EMAIL:1', 'EXTERNAL_ID:1'])];
    const never = (side: string) => [decision('NEVER', 'n', 1, ['b', side])];
    expect(groupsOf(records, { decisions: never('PHONE:1') })).toBe('a b');
    const swapped = { decisions: [decision('NEVER', 'n', 1, ['a', 'EXTERNAL_ID:1'])] };
    expect(groupsOf(records, { ...swapped, blocked: new Set([id('EXTERNAL_ID:1')]) })).toBe('a b');
    expect(groupsOf(records, { ...swapped, generic: new Set([id('EXTERNAL_ID:1')]) })).toBe('a b');
    const inactive = record('b', ['EMAIL:1', on('EXTERNAL_ID:1', { active: false })]);
    expect(groupsOf([record('a', ['EMAIL:1']), inactive], swapped)).toBe('a b');
  });

  test('a capacity that together they exceed, of any type', () => {
    const records = [record('a', ['SSO:1', 'PHONE:1']), record('b', ['SSO:2', 'PHONE:1'])];
    expect(groupsOf(records)).toBe('a | b');
    expect(contestedBy(records)).toEqual(['default|PHONE||1#0 CAPACITY']);
  });

  test('persons that contradict, for a guarded type only', () => {
    expect(groupsOf([record('a', ['EMAIL:1'], ana), record('b', ['EMAIL:1'], luis)])).toBe('a | b');
    expect(groupsOf([record('a', ['SSO:1'], ana), record('b', ['SSO:1'], luis)])).toBe('a b');
    const dates = ['1961-07-28', '1994-12-03'].map((birthDate) => ({ given: 'ana', birthDate }));
    expect(groupsOf([record('a', ['EMAIL:1'], dates[0]), record('b', ['EMAIL:1'], dates[1])])).toBe('a | b');
  });

  test('two groups with a contradicting and an agreeing pair do not contradict', () => {
    const records = [
      record('a', ['SSO:1'], ana),
      record('b', ['SSO:1', 'EMAIL:1'], luis),
      record('c', ['EMAIL:1'], ana),
    ];
    expect(groupsOf(records)).toBe('a b c');
  });

  test('unknown persons join, unless the guard asks for agreement', () => {
    const records = [record('a', ['EMAIL:1'], ana), record('b', ['EMAIL:1'])];
    expect(groupsOf(records)).toBe('a b');
    expect(groupsOf(records, {}, withRule('EMAIL', { guard: 'agreement' }))).toBe('a | b');
    const agreeing = [record('a', ['EMAIL:1'], ana), record('b', ['EMAIL:1'], ana)];
    expect(groupsOf(agreeing, {}, withRule('EMAIL', { guard: 'agreement' }))).toBe('a b');
  });

  test('two realms', () => {
    const records = [record('a', ['SSO:1']), record('b', ['SSO:1'], { realm: 'other' })];
    expect(groupsOf(records)).toBe('a | b');
    expect(contestedBy(records)).toEqual(['default|SSO||1#0 REALM']);
  });
});

describe('contested identifiers', () => {
  test('shared by Ana and Luis: it joins each one’s own records and says nothing about the record without a name', () => {
    const people = { a: ana, b: luis, c: ana, d: luis, e: {} };
    const records = Object.entries(people).map(([name, person]) => record(name, ['EMAIL:1'], person));
    expect(groupsOf(records, {}, withRule('EMAIL', { maxRecords: 5 }))).toBe('a c | b d | e');
  });

  test('a class that fits pairwise and not as a whole joins none of it', () => {
    const records = ['a', 'b', 'c'].map((name, at) => record(name, [`LOYALTY:${at}`, 'PHONE:1']));
    expect(groupsOf(records)).toBe('a | b | c');
    expect(contestedBy(records)).toEqual(['default|PHONE||1#0 CAPACITY']);
    expect(groupsOf(records.slice(0, 2))).toBe('a b');
  });

  test('a slot that ALWAYS made too large admits what makes it no larger, and nothing else', () => {
    const forced = { decisions: [decision('ALWAYS', 'd', 1, ['a', 'b'])] };
    const pair = [record('a', ['SSO:1', 'PHONE:1']), record('b', ['SSO:2'])];
    expect(groupsOf([...pair, record('c', ['SSO:2', 'PHONE:1'])], forced)).toBe('a b c');
    expect(groupsOf([...pair, record('c', ['PHONE:1'])], forced)).toBe('a b c');
    expect(groupsOf([...pair, record('c', ['SSO:3', 'PHONE:1'])], forced)).toBe('a b | c');
  });

  test('an identifier of one group is not contested', () => {
    expect(contestedBy([record('a', ['EMAIL:1'], ana), record('b', ['EMAIL:2'], luis)])).toEqual([]);
  });
});
