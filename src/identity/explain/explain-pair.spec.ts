import { describe, expect, test } from '@jest/globals';
import { recordKey, type CustomerId, type IdentifierKey } from '../../kernel/ids.js';
import { atOnce } from '../../kernel/turns.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { recordProperties, type RecordRow } from '../record-rows.js';
import { personOf } from '../resolution/persons/person-of.js';
import { caseFile } from './case-file.js';
import { explainPair } from './explain-pair.js';
import type { SurroundingRow } from './explain.queries.js';

interface Held {
  readonly status?: 'LINKABLE' | 'GENERIC' | 'BLOCKED';
  readonly contested?: boolean;
  readonly held?: object;
}

/** `EMAIL a` held by a record; `SSO x https://id` with a namespace. */
function held(text: string, { status = 'LINKABLE', contested = false, held: properties = {} }: Held = {}) {
  const [type = '', value = '', namespace = ''] = text.split(' ');
  const key = `default|${type}|${namespace}|${value}` as IdentifierKey;
  const row: RecordRow['attachments'][number] = {
    ...{ key, type, namespace, display: `${value[0]}***`, reason: null, status, contested },
    ...{ held: { raw: value, ...properties }, capturedAt: null, since: null, until: null },
  };
  return { ...row, contestReasons: [] };
}

function row(recordId: string, customer: string, attachments: SurroundingRow['attachments'], more: object = {}) {
  const state = {
    ...{ key: recordKey('crm', recordId), source: 'crm', recordId, realm: 'default', deleted: false, version: '' },
    ...{
      sourceVersion: null,
      floor: '',
      attributes: {},
      patches: {},
      removed: {},
      attachments: [],
      detached: [],
      conflicts: [],
    },
    ...{ person: personOf({}), capturedAt: null, receivedAt: 0, ...more },
  };
  const times = { capturedAt: null, receivedAt: 0 };
  const customerId = customer as CustomerId;
  return { properties: recordProperties(state), ...times, named: false, detached: [], customerId, attachments };
}

function explain(rows: readonly SurroundingRow[], left: string, right: string, policy = DEFAULT_POLICY) {
  return explainPair(atOnce(caseFile(rows, policy)), recordKey('crm', left), recordKey('crm', right));
}

const codes = (rows: readonly SurroundingRow[], policy = DEFAULT_POLICY) =>
  explain(rows, '1', '2', policy).reasons.map((each) => [each.code, ...each.contestReasons].join(' '));

describe('a chain', () => {
  const chain = (rows: readonly SurroundingRow[], left: string, right: string) =>
    explain(rows, left, right).links.map(
      (each) => `${each.left.record.recordId} ${each.identifier?.type ?? 'ALWAYS'} ${each.right.record.recordId}`,
    );

  test('is the shortest, and of two equally short ones that of the stronger type', () => {
    const rows = [
      row('1', 'c', [held('PHONE p'), held('EMAIL e'), held('COOKIE k')]),
      row('2', 'c', [held('PHONE p'), held('EMAIL e')]),
      row('3', 'c', [held('EMAIL f'), held('COOKIE k')]),
      row('4', 'c', [held('EMAIL f')]),
    ];
    expect(chain(rows, '1', '2')).toEqual(['1 EMAIL 2']);
    expect(chain(rows, '4', '2')).toEqual(['4 EMAIL 3', '3 COOKIE 1', '1 EMAIL 2']);
    expect(chain(rows, '3', '3')).toEqual([]);
  });

  test('goes round what joins nobody, and through a contested identifier only when it must', () => {
    const rows = [
      row('1', 'c', [held('EMAIL g', { status: 'GENERIC' }), held('PHONE p', { contested: true }), held('DEVICE d')]),
      row('2', 'c', [held('EMAIL g', { status: 'GENERIC' }), held('PHONE p', { contested: true }), held('COOKIE k')]),
      row('3', 'c', [held('DEVICE d'), held('COOKIE k')]),
      row('4', 'c', [held('PHONE p', { contested: true })]),
    ];
    expect(chain(rows, '1', '2')).toEqual(['1 DEVICE 3', '3 COOKIE 2']);
    expect(chain(rows, '1', '4')).toEqual(['1 PHONE 4']);
  });
});

describe('why not', () => {
  const two = (left: SurroundingRow['attachments'], right: SurroundingRow['attachments']) => [
    row('1', 'a', left),
    row('2', 'b', right),
  ];

  test('another realm', () => {
    expect(codes([row('1', 'a', [held('EMAIL e')]), row('2', 'b', [held('EMAIL e')], { realm: 'other' })])).toEqual([
      'DIFFERENT_REALM',
    ]);
  });

  test.each([
    ['HELD', 'HELD'],
    ['STOPPED', 'HELD'],
    ['DETACHED', 'WITHHELD'],
    ['REJECTED', 'WITHHELD'],
  ])('a statement that is %s', (status, code) => {
    expect(codes(two([held('EMAIL e')], [held('EMAIL e', { held: { status } })]))).toEqual([code]);
  });

  test('different times', () => {
    expect(codes(two([held('PHONE p')], [{ ...held('PHONE p'), until: 1_000 }]))).toEqual(['DIFFERENT_TENURE']);
  });

  test('different times, as a record of somebody else ended the first of them', () => {
    const rows = two([{ ...held('PHONE p'), capturedAt: 1 }], [{ ...held('PHONE p'), capturedAt: 9 }]);
    const said = { record: recordKey('crm', '3'), since: null, until: 5, capturedAt: 1 };
    const times = new Map([[held('PHONE p').key, [said]]]);
    const file = atOnce(caseFile(rows, DEFAULT_POLICY, { times }));
    const { reasons } = explainPair(file, recordKey('crm', '1'), recordKey('crm', '2'));
    expect(reasons.map((each) => each.code)).toEqual(['DIFFERENT_TENURE']);
    expect(codes(rows)).toEqual(['UNDECIDED']);
  });

  test('a moment at which a steward cut', () => {
    const at = (capturedAt: number) => ({ ...held('PHONE p'), capturedAt, cuts: [5], divided: true });
    expect(codes(two([at(1)], [at(9)]))).toEqual(['DIFFERENT_TENURE']);
    expect(codes(two([at(5)], [at(9)]))).toEqual(['UNDECIDED']);
  });

  test('a time in which too many held it', () => {
    const rows = two([{ ...held('PHONE p'), capturedAt: 1 }], [{ ...held('PHONE p'), capturedAt: 2 }]);
    const crowd = Array.from({ length: 31 }, (_, index) => {
      return { record: recordKey('crm', String(index)), since: null, until: null, capturedAt: 1 };
    });
    const file = atOnce(caseFile(rows, DEFAULT_POLICY, { times: new Map([[held('PHONE p').key, crowd]]) }));
    const { reasons } = explainPair(file, recordKey('crm', '1'), recordKey('crm', '2'));
    expect(reasons.map((each) => each.code)).toEqual(['GENERIC']);
  });

  test('a record in conflict with itself', () => {
    const both = [held('SSO x https://id'), held('SSO y https://id')];
    expect(codes(two(both, [held('SSO x https://id')]))).toEqual(['RECORD_IN_CONFLICT']);
  });

  test('a type that does not link', () => {
    const email = DEFAULT_POLICY.types['EMAIL'];
    if (!email) throw new Error('the default policy knows e-mails');
    const policy = { ...DEFAULT_POLICY, types: { ...DEFAULT_POLICY.types, EMAIL: { ...email, links: false } } };
    expect(codes(two([held('EMAIL e')], [held('EMAIL e')]), policy)).toEqual(['TYPE_DOES_NOT_LINK']);
  });

  test('what the two records share comes first, then the stronger type', () => {
    const generic = { status: 'GENERIC' } as const;
    const rows = [
      row('1', 'a', [held('COOKIE k', generic)]),
      row('1b', 'a', [held('PHONE p', generic), held('EMAIL e', { status: 'BLOCKED' })]),
      row('2', 'b', [held('COOKIE k', generic), held('PHONE p', generic), held('EMAIL e', { status: 'BLOCKED' })]),
    ];
    expect(explain(rows, '1', '2').reasons.map((each) => [each.code, each.identifier?.type, each.direct])).toEqual([
      ['GENERIC', 'COOKIE', true],
      ['BLOCKED', 'EMAIL', false],
      ['GENERIC', 'PHONE', false],
    ]);
  });
});
