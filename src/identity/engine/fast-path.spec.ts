import { describe, expect, test } from '@jest/globals';
import { type CustomerId, type IdentifierKey, recordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import type { Policy } from '../policy/policy.types.js';
import type { Attachment, StoredRecord } from '../records/record.types.js';
import type { Cluster } from './clusters.js';
import type { CustomerState, IdentifierDelta, RecordDelta, StoredIdentifier } from './engine.types.js';
import { fastOutcome } from './fast-path.js';

const key = (short: string): IdentifierKey => `default|${short.replace(':', '||')}` as IdentifierKey;

function attachment(short: string): Attachment {
  const [type = '', raw = ''] = short.split(':');
  const moments = { capturedAt: null, since: null, until: null };
  return {
    ...{ identifier: key(short), type, namespace: '', raw, canonical: raw, display: raw, quality: 'ok' },
    ...{ status: 'ACTIVE', token: '', ...moments },
  };
}

function record(recordId: string, held: readonly string[], given?: string): StoredRecord {
  return {
    ...{ key: recordKey('crm', recordId), source: 'crm', recordId, realm: 'default', deleted: false, version: '' },
    ...{ sourceVersion: null, floor: '', attributes: {}, patches: {}, removed: {}, capturedAt: null, receivedAt: 7 },
    attachments: held.map(attachment),
    person: { given: given ? [given] : [], family: [], birthDate: null },
    ...{ customerId: null, named: false, detached: [], conflicts: [] },
  };
}

function fresh(recordId: string, held: readonly string[], given?: string): RecordDelta {
  return { before: null, after: record(recordId, held, given), evidence: 'GREW' };
}

function identifier(short: string, before: Partial<StoredIdentifier> | null = {}): IdentifierDelta {
  const stored = { key: key(short), status: 'LINKABLE' as const, contestReasons: [], attachments: 1 };
  const rest = { namespace: '', display: '', status: 'LINKABLE' as const, reason: null, divided: false, cuts: [] };
  const old = before
    ? { ...stored, customerId: null, named: false, blocks: [], reason: null, divided: false, cuts: [], ...before }
    : null;
  return { key: key(short), type: short.split(':')[0] ?? '', ...rest, before: old };
}

function customer(id: string, facts: Partial<CustomerState> = {}): CustomerState {
  return {
    ...{ id: id as CustomerId, createdAt: 1, size: 1, constrained: false, unsettled: false, known: false },
    ...{ slots: [], persons: [], displayName: id, ...facts },
  };
}

function outcome(cluster: Partial<Cluster>, policy: Policy = DEFAULT_POLICY): ReturnType<typeof fastOutcome> {
  const plain = { deltas: [fresh('1', ['EMAIL:a'])], identifiers: [identifier('EMAIL:a')], customers: [customer('x')] };
  return fastOutcome({ ...plain, ...cluster }, policy, () => 'new');
}

function withEmail(rule: Partial<Policy['types'][string]>): Policy {
  const { EMAIL } = DEFAULT_POLICY.types;
  if (!EMAIL) throw new Error('no EMAIL');
  return { ...DEFAULT_POLICY, types: { ...DEFAULT_POLICY.types, EMAIL: { ...EMAIL, ...rule } } };
}

describe('the fast path', () => {
  test('attaches a new record to the customer that it reaches', () => {
    expect(outcome({})).toMatchObject({ customer: { id: 'x', size: 2 }, isNew: false, absorbed: [] });
  });

  test('makes a customer of records that reach nobody', () => {
    const deltas = [fresh('1', ['EMAIL:a'], 'ana'), fresh('2', ['EMAIL:a', 'SSO:s'])];
    const identifiers = [identifier('EMAIL:a', null), identifier('SSO:s', null)];
    expect(outcome({ deltas, identifiers, customers: [] })).toEqual({
      customer: customer('new', {
        ...{ createdAt: 7, size: 2, known: true, slots: [key('SSO:s')], persons: ['ana||'], displayName: 'a' },
      }),
      ...{ isNew: true, absorbed: [] },
    });
  });

  test('merges into the known customer before the larger, the older and the smaller id', () => {
    const customers = [customer('a', { size: 9 }), customer('b', { known: true, createdAt: 5, slots: [key('SSO:s')] })];
    expect(outcome({ customers })).toMatchObject({
      customer: { id: 'b', size: 11, createdAt: 1, known: true, slots: [key('SSO:s')] },
      absorbed: ['a'],
    });
  });
});

/** Every row has a policy, so that the runner does not take the third parameter for a callback. */
function rows(cases: readonly [string, Partial<Cluster>, Policy?][]): [string, Partial<Cluster>, Policy][] {
  return cases.map(([name, cluster, policy]) => [name, cluster, policy ?? DEFAULT_POLICY]);
}

describe('the fast path refuses', () => {
  const stored = (evidence: RecordDelta['evidence'], named = false): RecordDelta => {
    const before = { ...record('1', ['EMAIL:a']), customerId: 'x' as CustomerId, named };
    return { before, after: before, evidence };
  };

  test('nothing when a known record grew', () => {
    expect(outcome({ deltas: [stored('GREW')] })).toMatchObject({ customer: { id: 'x', size: 1 } });
  });

  test.each(
    rows([
      ['a record from which something was taken', { deltas: [stored('CHANGED')] }],
      ['a record that a decision names', { deltas: [stored('GREW', true)] }],
      ['an identifier that a decision names', { identifiers: [identifier('EMAIL:a', { named: true })] }],
      ['a contested identifier', { identifiers: [identifier('EMAIL:a', { contestReasons: ['PERSONS'] })] }],
      ['an identifier that becomes generic', { identifiers: [{ ...identifier('EMAIL:a'), status: 'GENERIC' }] }],
      ['an identifier that ceases to be generic', { identifiers: [identifier('EMAIL:a', { status: 'GENERIC' })] }],
      ['a constrained customer', { customers: [customer('x', { constrained: true })] }],
      [
        'a slot above its capacity',
        {
          deltas: [fresh('1', ['EMAIL:a', 'SSO:t'])],
          identifiers: [identifier('EMAIL:a'), identifier('SSO:t', null)],
          customers: [customer('x', { slots: [key('SSO:s')] })],
        },
      ],
      [
        'a record in conflict with itself',
        {
          deltas: [fresh('1', ['SSO:s', 'SSO:t'])],
          identifiers: [identifier('SSO:s', null), identifier('SSO:t', null)],
          customers: [],
        },
      ],
      [
        'persons that contradict each other',
        {
          deltas: [fresh('1', ['EMAIL:a'], 'luis')],
          customers: [customer('x', { persons: ['ana||'] })],
        },
      ],
      [
        'more persons than a customer carries',
        {
          customers: [
            customer('x', { persons: Array.from({ length: LIMITS.personsPerCustomer + 1 }, (_, at) => `ana|s${at}|`) }),
          ],
        },
      ],
      [
        'records of two realms',
        {
          deltas: [
            fresh('1', ['EMAIL:a']),
            { ...fresh('2', ['EMAIL:a']), after: { ...record('2', ['EMAIL:a']), realm: 'b' } },
          ],
        },
      ],
      ['a type that asks for agreement', {}, withEmail({ guard: 'agreement' })],
      [
        'a component that would be too large',
        { customers: [customer('x', { size: 3 })] },
        { ...DEFAULT_POLICY, componentMax: 3 },
      ],
    ]),
  )('%s', (_, cluster, policy) => {
    expect(outcome(cluster, policy)).toBeNull();
  });
});
