import { describe, expect, test } from '@jest/globals';
import { readSurvivorship } from '../policy/load-survivorship.js';
import { DEFAULT_SURVIVORSHIP } from '../policy/default-survivorship.js';
import { goldenRecord } from './golden-record.js';
import type { Golden } from './golden-record.types.js';
import type { Member, MemberIdentifier } from './member.types.js';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 0, 31, 12);

/** A record `source/recordId` that its source learned so many days after the first one. */
function member(name: string, attributes: Record<string, unknown>, days: number | null = 0): Member {
  const [source = '', recordId = ''] = name.split('/');
  const capturedAt = days === null ? null : NOON + days * DAY;
  return { key: `${source}|${recordId}`, source, recordId, capturedAt, receivedAt: NOON, attributes, identifiers: [] };
}

function holding(name: string, days: number | null, ...identifiers: Partial<MemberIdentifier>[]): Member {
  const usual = {
    type: 'EMAIL',
    namespace: '',
    status: 'LINKABLE',
    contested: false,
    capturedAt: null,
    until: null,
  } as const;
  const held = identifiers.map((each) => ({ ...usual, key: `k:${each.display}`, display: '', ...each }));
  return { ...member(name, {}, days), identifiers: held };
}

const policy = (yaml: string) => readSurvivorship(`version: mine-1\n${yaml}`, 'mine.yaml');
const of = (...members: Member[]) => goldenRecord(members, DEFAULT_SURVIVORSHIP);
/** `crm/1 completeness; web/2 completeness` */
function told(golden: Golden<unknown> | null | undefined): string {
  if (!golden) return 'nothing';
  const losers = golden.alternatives.map(({ origin, lostBy }) => `${origin.source}/${origin.recordId} ${lostBy}`);
  return [`${golden.origin.source}/${golden.origin.recordId} ${golden.decidedBy}`, ...losers].join('; ');
}
const attribute = (golden: ReturnType<typeof of>, name: string) =>
  golden.attributes.find((each) => each.name === name)?.golden;

describe('each rule decides', () => {
  test('validity: a name that lost a letter gives way to a whole one', () => {
    const golden = of(member('a/1', { fullName: 'Juan Mu?oz Vera' }, 9), member('b/2', { fullName: 'Juan Muñoz' }));
    expect([golden.name?.value.full, told(golden.name)]).toEqual(['Juan Muñoz', 'b/2 validity; a/1 validity']);
  });

  test('validity: a date whose day and month are known for sure', () => {
    const golden = of(
      member('a/1', { birthDate: '03/04/1962', country: 'AR' }, 9),
      member('b/2', { birthDate: '1962-03-04' }),
    );
    expect([golden.birthDate?.value.value, told(golden.birthDate)]).toEqual([
      '1962-03-04',
      'b/2 validity; a/1 validity',
    ]);
  });

  test('trust: the source that the policy trusts more, although another one says more', () => {
    const records = [member('web/1', { fullName: 'Ana Gómez Ruiz' }, 9), member('crm/2', { fullName: 'Ana Paz' })];
    const golden = goldenRecord(records, policy('sources: { crm: 90 }'));
    expect([golden.name?.value.full, told(golden.name)]).toEqual(['Ana Paz', 'crm/2 trust; web/1 trust']);
    expect(told(of(...records).name)).toBe('web/1 completeness; crm/2 completeness');
  });

  test('completeness: the fuller name, although it is older', () => {
    const golden = of(member('a/1', { fullName: 'Ana Gómez Ruiz' }), member('b/2', { fullName: 'A. Gómez' }, 9));
    expect(told(golden.name)).toBe('a/1 completeness; b/2 completeness');
  });

  test('completeness up to a bar: of two addresses that suffice the newer one, and a poor one never', () => {
    const full = {
      street: 'Av. Juárez',
      number: '12',
      city: 'Puebla',
      region: 'PUE',
      postalCode: '72000',
      country: 'MX',
    };
    const other = { ...full, dependentLocality: 'Centro', street: 'Av. Reforma' };
    const older = member('a/1', { address: other }, 0);
    const newer = member('b/2', { address: full }, 1);
    const poor = member('c/3', { address: { city: 'Puebla', country: 'MX' } }, 2);
    const golden = of(older, newer, poor);
    expect([golden.address?.value.street, told(golden.address)]).toEqual([
      'Juárez',
      'b/2 recency; a/1 recency; c/3 completeness',
    ]);
  });

  test('frequency: what most records say, in whatever spelling', () => {
    const golden = of(
      member('a/1', { fullName: 'Ana Paz' }, 9),
      member('b/2', { fullName: 'ANA VERA' }, 1),
      member('c/3', { fullName: 'Vera, Ana' }),
    );
    expect([golden.name?.value.full, golden.name?.records]).toEqual(['Ana Vera', 2]);
    expect(told(golden.name)).toBe('b/2 frequency; a/1 frequency');
  });

  test('recency: the newest; a record without a moment is the oldest', () => {
    const golden = of(
      member('a/1', { tier: 'gold' }, null),
      member('b/2', { tier: 'silver' }, 1),
      member('c/3', { tier: 'blue' }),
    );
    expect([attribute(golden, 'tier')?.value, told(attribute(golden, 'tier'))]).toEqual([
      'silver',
      'b/2 recency; a/1 recency; c/3 recency',
    ]);
  });

  test('nobody says otherwise', () => {
    const golden = of(member('a/1', { tier: 'gold' }), member('b/2', { tier: 'Gold ' }, 1));
    expect(told(attribute(golden, 'tier'))).toBe('b/2 undisputed');
  });

  test('the rules leave it open: the smallest record key', () => {
    const golden = of(member('b/2', { tier: 'gold' }), member('a/1', { tier: 'silver' }));
    expect([attribute(golden, 'tier')?.value, told(attribute(golden, 'tier'))]).toEqual([
      'silver',
      'a/1 recordKey; b/2 recordKey',
    ]);
  });

  test('their order is the policy', () => {
    const records = [member('a/1', { fullName: 'Ana Gómez Ruiz' }), member('b/2', { fullName: 'Ana Paz' }, 9)];
    const byRecency = policy('groups: { name: [recency, completeness] }');
    expect(told(goldenRecord(records, byRecency).name)).toBe('b/2 recency; a/1 recency');
  });
});

describe('groups stay whole', () => {
  test('a name is never put together from two records', () => {
    const golden = of(
      member('a/1', { givenName: 'Ana María' }),
      member('b/2', { givenName: 'Ana', familyName: 'Paz' }, 1),
    );
    const { given, family } = golden.name?.value ?? {};
    expect([given, family]).toEqual(['Ana', 'Paz']);
  });

  test('an address is never put together from two records', () => {
    const golden = of(
      member('a/1', { address: { street: 'Av. Juárez', number: '12', city: 'Puebla', country: 'MX' } }),
      member('b/2', { address: { postalCode: '72000', country: 'MX' } }, 1),
    );
    expect(golden.address?.value).toMatchObject({ street: 'Juárez', postalCode: null });
  });

  test('an object is one value', () => {
    const golden = of(member('a/1', { car: { make: 'VW', plate: 'ABC' } }), member('b/2', { car: { make: 'Kia' } }, 1));
    expect(attribute(golden, 'car')?.value).toEqual({ make: 'Kia' });
  });

  test('of two spellings of one name the one with accents is shown', () => {
    const golden = of(member('crm/1', { fullName: 'JOSE PEREZ' }, 9), member('web/2', { fullName: 'José Pérez' }));
    expect([golden.name?.value.full, told(golden.name)]).toEqual(['José Pérez', 'web/2 undisputed']);
  });
});

describe('what says nothing', () => {
  test('never survives, and is named', () => {
    const golden = of(
      member('a/1', { fullName: 'SIN NOMBRE', birthDate: '1900-01-01', tier: 'N/A' }, 9),
      member('b/2', { fullName: 'Ana Paz', birthDate: '1990-02-28', tier: 'gold' }),
    );
    expect(golden.name?.value.full).toBe('Ana Paz');
    expect(golden.birthDate?.alternatives).toMatchObject([{ value: '1900-01-01', lostBy: 'unusable' }]);
    expect(golden.name?.alternatives).toMatchObject([{ value: { fullName: 'SIN NOMBRE' }, lostBy: 'unusable' }]);
    expect(told(attribute(golden, 'tier'))).toBe('b/2 undisputed; a/1 unusable');
  });

  test('alone makes nothing', () => {
    expect(of(member('a/1', { fullName: 'test', birthDate: '31/02/1990', tier: '-' }))).toMatchObject({
      name: null,
      birthDate: null,
      attributes: [],
    });
    expect(goldenRecord([], DEFAULT_SURVIVORSHIP)).toMatchObject({ records: 0, name: null, contactPoints: [] });
  });

  test('a birth after its source knew it', () => {
    expect(of(member('a/1', { birthDate: '2027-01-01' })).birthDate).toBeNull();
    expect(of(member('a/1', { birthDate: '2026-01-31' })).birthDate?.value.value).toBe('2026-01-31');
  });
});

describe('an organisation', () => {
  test('names no person, and keeps its name', () => {
    const golden = of(member('a/1', { recordType: 'ORGANIZATION', name: 'Acme SA' }));
    expect(golden.name).toBeNull();
    expect(attribute(golden, 'name')?.value).toBe('Acme SA');
  });
});

describe('contact points', () => {
  test('the newest, of those that are in order', () => {
    const golden = of(
      holding('a/1', 0, { display: 'old' }),
      holding('b/2', 1, { display: 'new' }),
      holding('c/3', 2, { display: 'contested', contested: true }),
      holding('d/4', 3, { display: 'given up', until: NOON }),
      holding('e/5', 4, { display: 'shared', status: 'GENERIC' }),
      holding('f/6', 5, { display: 'blocked', status: 'BLOCKED' }),
    );
    expect(golden.contactPoints.map((each) => each.value)).toEqual([{ type: 'EMAIL', namespace: '', display: 'new' }]);
    expect(told(golden.contactPoints[0])).toBe(
      'b/2 recency; a/1 recency; c/3 validity; d/4 validity; e/5 validity; f/6 unusable',
    );
  });

  test('one of each type that the policy names, in its order', () => {
    const phone = holding(
      'a/1',
      0,
      { type: 'PHONE', display: 'phone' },
      { display: 'mail' },
      { type: 'COOKIE', display: 'c' },
    );
    expect(of(phone).contactPoints.map((each) => each.value.display)).toEqual(['mail', 'phone']);
    const mine = goldenRecord([phone], policy('contactTypes: [PHONE]'));
    expect(mine.contactPoints.map((each) => each.value.display)).toEqual(['phone']);
  });

  test('the moment of the identifier goes before that of its record', () => {
    const golden = of(
      holding('a/1', 9, { display: 'learned early', capturedAt: NOON - DAY }),
      holding('b/2', 0, { display: 'learned late' }),
    );
    expect(golden.contactPoints[0]?.value.display).toBe('learned late');
  });
});

test('what is named is bounded, and says how much more there is', () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    member(`s/${String(index).padStart(2, '0')}`, { tier: `t${index}` }),
  );
  expect(attribute(of(...many), 'tier')).toMatchObject({ moreAlternatives: 9 });
  expect(attribute(of(...many), 'tier')?.alternatives).toHaveLength(20);
  const wide = Object.fromEntries(Array.from({ length: 205 }, (_, index) => [`f${index}`, 1]));
  expect(of(member('s/1', wide))).toMatchObject({ moreAttributes: 5 });
});
