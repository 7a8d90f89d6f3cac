import fc from 'fast-check';
import type { AttachmentEvidence, RecordEvidence } from '../../../src/identity/resolution/evidence.types.js';
import { identifierKey, recordKey } from '../../../src/kernel/ids.js';
import { persons, type World } from './evidences.js';
import { policies } from './policies.js';

/**
 * Worlds in which everybody shares one or two e-mail addresses and most have a card: there three groups fit in pairs and
 * not as a whole, classes fall apart, and ALWAYS makes slots too large, all of which free worlds meet only now and then.
 */
export const crowds: fc.Arbitrary<World> = fc
  .record({
    records: fc.array(fc.record({ person: persons, attachments: cardAndAddress() }), { minLength: 3, maxLength: 8 }),
    forced: fc.option(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 }))),
    capacity: fc.constantFrom(1, 2, 2, 3),
    policy: policies,
  })
  .map(({ records, forced, capacity, policy }) => ({
    evidence: {
      records: records.map((record, at): RecordEvidence => ({ key: keyAt(at), realm: 'default', ...record })),
      decisions: forced === null ? [] : [always(forced)],
      blocked: new Set(),
      generic: new Set(),
    },
    policy: {
      ...policy,
      types: { ...policy.types, LOYALTY: wide(policy, 'LOYALTY', capacity), EMAIL: wide(policy, 'EMAIL', null) },
    },
  }));

function keyAt(at: number): RecordEvidence['key'] {
  return recordKey('crm', String((at * 3) % 8));
}

function always([one, other]: readonly [number, number]): World['evidence']['decisions'][number] {
  const sides = [one, other].map((at) => ({ records: [keyAt(at)], identifiers: [] }));
  return { id: 'd1', kind: 'ALWAYS', decidedAt: 1, sides };
}

function wide(policy: World['policy'], type: string, capacity: number | null): World['policy']['types'][string] {
  const rule = policy.types[type];
  if (rule === undefined) throw new Error(`${type} is a type of every policy`);
  return { ...rule, capacity, maxRecords: 14 };
}

function cardAndAddress(): fc.Arbitrary<AttachmentEvidence[]> {
  const capturedAt = fc.constantFrom(null, 1, 2);
  const address = fc.record({ value: fc.constantFrom('1', '1', '2'), capturedAt });
  const cards = fc.uniqueArray(fc.record({ value: fc.constantFrom('1', '2', '3', '4'), capturedAt }), {
    maxLength: 2,
    selector: (card) => card.value,
  });
  return fc
    .tuple(address, cards)
    .map(([one, held]) => [attachment('EMAIL', one), ...held.map((card) => attachment('LOYALTY', card))]);
}

function attachment(type: string, said: { value: string; capturedAt: number | null }): AttachmentEvidence {
  const identifier = identifierKey('default', type, '', said.value);
  return { identifier, type, namespace: '', capturedAt: said.capturedAt, tenure: 0, active: true };
}
