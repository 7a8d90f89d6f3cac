import { describe, expect, test } from '@jest/globals';
import { identifierKey, recordKey } from '../../../kernel/ids.js';
import type { Policy } from '../../policy/policy.types.js';
import { DEFAULT_POLICY } from '../../policy/default-policy.js';
import type { RecordEvidence } from '../../resolution/evidence.types.js';
import { NOBODY } from '../../resolution/persons/person.types.js';
import { findBridges } from './find-bridges.js';
import { retenured, type TenureEnds } from './retenure.js';

const phone = identifierKey('default', 'PHONE', '', '1');
const email = identifierKey('default', 'EMAIL', '', '1');
const attached = (identifier: typeof phone, type: string, tenure: number, capturedAt: number | null) => {
  return { identifier, type, namespace: '', capturedAt, tenure, active: true };
};

function record(recordId: string, tenure: number, capturedAt: number): RecordEvidence {
  const attachments = [attached(phone, 'PHONE', tenure, capturedAt)];
  return { key: recordKey('crm', recordId), realm: 'default', person: NOBODY, attachments };
}

/** Record 1 says that the phone was somebody's until 5. */
const ends: TenureEnds = {
  said: new Map([[recordKey('crm', '1'), new Map([[phone, { since: null, until: 5 }]])]]),
  cuts: new Map(),
};
const nothing = { decisions: [], blocked: new Set<typeof phone>(), generic: new Set<typeof phone>() };

describe('the loss of an end', () => {
  test('leaves one tenure where there were two, unless a steward cut there', () => {
    const evidence = { ...nothing, records: [record('2', 0, 3), record('3', 1, 7)] };
    const tenures = (left: TenureEnds) => retenured(evidence, left).records.map((each) => each.attachments[0]?.tenure);
    expect(tenures(ends)).toEqual([0, 0]);
    expect(tenures({ ...ends, cuts: new Map([[phone, [5]]]) })).toEqual([0, 1]);
  });

  test.each([
    ['of a customer of whom nothing else is doubtful', 5, ['RECORD 1: 2 1 1', 'ATTACHMENT 1: 2 1 1 1']],
    ['beside another customer', 3, ['RECORD 1: 1 1', 'ATTACHMENT 1: 1 1 1']],
  ])('is a bridge when the number is generic then: %s', (_, size, expected) => {
    const type = DEFAULT_POLICY.types['PHONE'];
    const email = DEFAULT_POLICY.types['EMAIL'];
    if (!type || !email) throw new Error('the default policy knows phones and e-mails');
    const policy: Policy = { ...DEFAULT_POLICY, types: { PHONE: { ...type, maxRecords: 3 }, EMAIL: email } };
    const tied = size === 5 ? ['2', '4'] : ['4', '5'];
    const records = [
      ...[record('1', 0, 1), record('2', 0, 3), record('3', 0, 4)],
      ...[record('4', 1, 7), record('5', 1, 8)],
    ].map((each) => (tied.some((id) => each.key === recordKey('crm', id)) ? withEmail(each) : each));
    const members = new Set(records.slice(0, size).map((each) => each.key));
    const evidence = { ...nothing, records };
    const steps = findBridges({ evidence, policy, members, brink: new Set(), tenures: ends, trialRecords: 1_000 });
    let step = steps.next();
    while (!step.done) step = steps.next();
    const ofFirst = step.value.bridges.filter(({ loss }) => loss.record === recordKey('crm', '1'));
    expect(ofFirst.map(({ loss, parts }) => `${loss.kind} 1: ${parts.join(' ')}`).sort()).toEqual([...expected].sort());
  });
});

function withEmail(record: RecordEvidence): RecordEvidence {
  return { ...record, attachments: [...record.attachments, attached(email, 'EMAIL', 0, null)] };
}
