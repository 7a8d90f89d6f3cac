import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_SURVIVORSHIP } from '../policy/default-survivorship.js';
import { readSurvivorship } from '../policy/load-survivorship.js';
import { goldenRecord } from './golden-record.js';
import type { Golden } from './golden-record.types.js';
import type { Member } from './member.types.js';
import { runSettings } from '../../../test/support/arbitraries/run-settings.js';

const names = [
  'Ana Gómez',
  'ANA GOMEZ',
  'Gómez, Ana',
  'Ana Gómez Ruiz',
  'A. Gómez',
  'N/A',
  'Mu?oz',
  'María Gómez de Pérez',
];
const dates = ['1990-02-28', '28/02/1990', '03/04/1990', '1990', '1900-01-01', '31/02/1990', 'ayer'];
const addresses = [
  { city: 'Puebla', country: 'MX' },
  { street: 'Av. Juárez', number: '12', city: 'Puebla', region: 'PUE', postalCode: '72000', country: 'MX' },
  'AV JUAREZ 12, PUEBLA, MX',
  {},
];
const kinds = ['name', 'birthDate', 'address'] as const;

const member = fc.record({
  recordId: fc.integer({ min: 0, max: 99_999 }).map(String),
  source: fc.constantFrom('crm', 'web', 'pos'),
  capturedAt: fc.option(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_003 })),
  attributes: fc.record(
    {
      fullName: fc.constantFrom(...names),
      birthDate: fc.constantFrom(...dates),
      address: fc.constantFrom(...addresses),
      tier: fc.constantFrom('gold', 'Gold', 'silver', '-'),
    },
    { requiredKeys: [] },
  ),
  emails: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
});
const members = fc
  .uniqueArray(member, { maxLength: 12, selector: ({ source, recordId }) => `${source}|${recordId}` })
  .map((all) =>
    all.map(({ source, recordId, capturedAt, attributes, emails }): Member => ({
      key: `${source}|${recordId}`,
      source,
      recordId,
      capturedAt,
      receivedAt: 1_700_000_000_000,
      attributes,
      identifiers: emails.map((key) => ({
        type: 'EMAIL',
        namespace: '',
        key,
        display: `${key}***`,
        status: key === 'c' ? 'GENERIC' : 'LINKABLE',
        contested: false,
        capturedAt,
        until: null,
      })),
    })),
  );
const policies = fc.constantFrom(
  DEFAULT_SURVIVORSHIP,
  readSurvivorship(
    'version: a\nsources: { crm: 90, pos: 20 }\ngroups: { name: [frequency], birthDate: [recency] }',
    'a',
  ),
);

test('the order of the records does not matter', () => {
  const shuffled = members.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, policies, ([all, others], policy) => {
      expect(goldenRecord(others, policy)).toEqual(goldenRecord(all, policy));
    }),
    runSettings('golden record', 60),
  );
});

test('every value is one that its record says, and no record is counted twice or lost', () => {
  fc.assert(
    fc.property(members, policies, (all, policy) => {
      const golden = goldenRecord(all, policy);
      const byKey = new Map(all.map((each) => [each.key, each]));
      for (const kind of kinds) {
        const field = kind === 'name' ? 'fullName' : kind;
        const one: Golden<{ readonly raw: unknown }> | null = golden[kind];
        const speaking = all.filter((each) => each.attributes[field] !== undefined);
        if (!one) continue;
        const said = byKey.get(one.origin.recordKey)?.attributes[field];
        expect(one.value.raw).toEqual(kind === 'name' ? { fullName: said } : said);
        const records = one.records + one.alternatives.reduce((sum, each) => sum + each.records, 0);
        expect(records).toBe(speaking.length);
      }
    }),
    runSettings('golden record', 60),
  );
});

test('a record that says nothing changes nothing but the count', () => {
  const silent: Member = {
    ...{ key: 'a|0', source: 'a', recordId: '0', capturedAt: 1_800_000_000_000, receivedAt: 1_800_000_000_000 },
    ...{ attributes: { fullName: ' ' }, identifiers: [] },
  };
  fc.assert(
    fc.property(members, policies, (all, policy) => {
      const { records, ...without } = goldenRecord(all, policy);
      expect(goldenRecord([...all, silent], policy)).toEqual({ ...without, records: records + 1 });
    }),
    runSettings('golden record', 40),
  );
});
