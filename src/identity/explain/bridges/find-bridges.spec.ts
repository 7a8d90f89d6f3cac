import { describe, expect, test } from '@jest/globals';
import { identifierKey, recordKey, type IdentifierKey } from '../../../kernel/ids.js';
import { DEFAULT_POLICY } from '../../policy/default-policy.js';
import type { AttachmentEvidence, Evidence, RecordEvidence } from '../../resolution/evidence.types.js';
import { personOf } from '../../resolution/persons/person-of.js';
import { findBridges, type BridgesFound } from './find-bridges.js';

/** `EMAIL a`; every kind of namespace is the empty one. */
function held(text: string): AttachmentEvidence {
  const [type = '', value = ''] = text.split(' ');
  const identifier = identifierKey('default', type, '', value);
  return { identifier, type, namespace: '', capturedAt: null, tenure: 0, active: true };
}

function record(
  recordId: string,
  identifiers: readonly string[],
  attributes: Record<string, string> = {},
): RecordEvidence {
  const attachments = identifiers.map(held);
  return { key: recordKey('crm', recordId), realm: 'default', person: personOf(attributes), attachments };
}

interface Options {
  readonly members?: readonly string[];
  readonly decisions?: Evidence['decisions'];
  readonly brink?: readonly IdentifierKey[];
  readonly trialRecords?: number;
}

/** Bridges of the members, or of all records. */
function find(records: readonly RecordEvidence[], options: Options = {}): BridgesFound {
  const { decisions = [], brink = [], trialRecords = 10_000 } = options;
  const members = new Set(options.members?.map((id) => recordKey('crm', id)) ?? records.map((each) => each.key));
  const evidence = { records, decisions, blocked: new Set<IdentifierKey>(), generic: new Set(brink) };
  const steps = findBridges({ evidence, policy: DEFAULT_POLICY, members, brink: new Set(brink), trialRecords });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `RECORD 2: 3 1`, in the order of the answer. */
function said({ bridges }: BridgesFound): string[] {
  return bridges.map(({ loss, parts }) => {
    const names = [loss.record, loss.identifier].flatMap((key) => key?.split('|').slice(-1) ?? []);
    return `${loss.kind} ${names.join(' ')}: ${parts.join(' ')}`;
  });
}

const always = (left: string, right: string): Evidence['decisions'] => [
  {
    ...{ id: 'd', kind: 'ALWAYS', decidedAt: 1 },
    sides: [left, right].map((id) => ({ records: [recordKey('crm', id)], identifiers: [] })),
  },
];

const ana = { givenName: 'Ana', birthDate: '1980-01-01' };
const luis = { givenName: 'Luis', birthDate: '1962-02-02' };

describe('the bridges of a customer', () => {
  test('are ordered by how many pairs of records they part', () => {
    const records = [
      record('1', ['EMAIL a', 'PHONE p']),
      record('2', ['EMAIL a', 'PHONE p']),
      record('3', ['EMAIL a', 'EMAIL b']),
      record('4', ['EMAIL b']),
      record('5', ['EMAIL b']),
    ];
    const found = find(records);
    expect(said(found)).toEqual([
      ...['IDENTIFIER b: 3 1 1'],
      ...['IDENTIFIER a: 3 2', 'ATTACHMENT 3 a: 3 2', 'ATTACHMENT 3 b: 3 2'],
      ...['RECORD 3: 2 2', 'ATTACHMENT 4 b: 4 1', 'ATTACHMENT 5 b: 4 1'],
    ]);
    expect(found.complete).toBe(true);
  });

  test('are none where every link has a second one beside it', () => {
    const both = ['EMAIL a', 'PHONE p'];
    expect(find([record('1', both), record('2', both), record('3', both)])).toMatchObject({
      bridges: [],
      complete: true,
    });
  });

  test('are not identifiers that a contested one would stand in for', () => {
    const records = [
      record('1', ['EMAIL a', 'PHONE p'], ana),
      record('2', ['EMAIL a', 'PHONE p'], ana),
      record('3', ['PHONE p'], luis),
    ];
    expect(find(records, { members: ['1', '2'] })).toMatchObject({
      ...{ bridges: [], complete: true, contested: [{ reasons: ['PERSONS'] }] },
    });
  });

  test('are what a contested identifier seems to hold together and does not', () => {
    const records = [
      record('1', ['EMAIL a', 'PHONE p'], ana),
      record('2', ['EMAIL a', 'PHONE p']),
      record('3', ['PHONE p'], luis),
    ];
    const found = find(records, { members: ['1', '2'], trialRecords: 9 });
    expect(said(found)).toEqual(['IDENTIFIER a: 1 1', 'ATTACHMENT 1 a: 1 1', 'ATTACHMENT 2 a: 1 1']);
  });

  test('are records without whom the others contradict each other, though something connects them', () => {
    const records = [
      record('1', ['NATIONAL_ID n', 'EMAIL a'], ana),
      record('2', ['NATIONAL_ID n', 'EMAIL a'], luis),
      record('3', ['EMAIL a'], ana),
    ];
    expect(said(find(records))).toContain('RECORD 1: 1 1');
  });

  test('are what lets the others be one above a capacity, by a decision', () => {
    const records = [record('1', ['SSO x', 'EMAIL a']), record('2', ['SSO y']), record('3', ['SSO y', 'EMAIL a'])];
    const found = find(records, { decisions: always('1', '2') });
    expect(said(found)).toEqual(expect.arrayContaining(['RECORD 2: 1 1', 'ATTACHMENT 2 y: 2 1']));
    expect(found.complete).toBe(true);
  });

  test('are not records with one of whom an identifier is held by too many to link', () => {
    const records = Array.from({ length: 21 }, (_, at) => {
      return record(`${at}`, [`EMAIL ${at}`, `EMAIL ${at + 1}`, 'DEVICE shop']);
    });
    const found = find(records);
    expect(new Set(found.bridges.map(({ loss }) => loss.kind))).toEqual(new Set(['IDENTIFIER', 'ATTACHMENT']));
    expect(found.complete).toBe(true);
  });

  test('are not guessed where the loss of a record makes a generic identifier link again', () => {
    const brink = held('DEVICE shop');
    const records = [
      record('1', ['EMAIL a']),
      record('2', ['EMAIL a', 'EMAIL b', 'DEVICE shop']),
      record('3', ['EMAIL b']),
    ];
    const found = find(records, { brink: [brink.identifier] });
    expect(said(found).filter((each) => each.startsWith('RECORD'))).toEqual([]);
    expect(found.complete).toBe(false);
    expect(said(find(records.slice(0, 3)))).toContain('RECORD 2: 1 1');
  });

  test('are sought in the order of suspicion until the budget is spent', () => {
    const chain = ['1', '2', '3', '4', '5'].map((id, at) =>
      record(id, [`EMAIL ${at}`, `EMAIL ${at + 1}`], at === 0 ? ana : {}),
    );
    const records = [...chain, record('6', ['EMAIL 0'], luis)];
    const members = ['1', '2', '3', '4', '5'];
    const found = find(records, { members, trialRecords: 12 });
    expect(said(found)).toEqual(['IDENTIFIER 2: 3 2', 'IDENTIFIER 3: 3 2']);
    expect(found.complete).toBe(false);
    expect(find(records, { members })).toMatchObject({ complete: true });
  });

  test('are not claimed of records that are not held together', () => {
    expect(find([record('1', ['EMAIL a']), record('2', ['EMAIL b'])])).toMatchObject({ bridges: [], complete: false });
  });

  test('of a chain of ten thousand records are found without recursion', () => {
    const records = Array.from({ length: 10_000 }, (_, at) => record(`${at}`, [`EMAIL ${at}`, `EMAIL ${at + 1}`]));
    const found = find(records);
    expect(found.bridges[0]).toMatchObject({ loss: { kind: 'IDENTIFIER' }, parts: [5_000, 5_000] });
    expect(found.bridges.length).toBe(9_999 + 9_998 + 2 * 9_999);
    expect(found.complete).toBe(true);
  });
});
