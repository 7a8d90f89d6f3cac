import { describe, expect, test } from '@jest/globals';
import { shortAddress } from '../../../test/support/short-address.js';
import { addressMatchKey, addressSegment } from './address-keys.js';
import { formatAddress } from './format-address.js';
import { standardiseAddress } from './standardise-address.js';

const says = (raw: unknown, country: string | null = null) => {
  const { country: known, ...address } = standardiseAddress(raw, { country });
  return { country: known, ...address };
};
const problems = (raw: unknown, country: string | null = 'MX') =>
  standardiseAddress(raw, { country }).problems.map(({ code, field }) => `${code} ${field}`);

describe('an address of any shape', () => {
  test('an object with fields', () => {
    const raw = {
      street: 'AV. DE LOS INSURGENTES',
      number: '12',
      city: 'Puebla',
      region: 'PUE',
      postalCode: 72000,
      colonia: 'COL. CENTRO',
    };
    const address = standardiseAddress(raw, { country: 'MX' });
    expect(address).toMatchObject({
      country: 'MX',
      adminArea: { code: 'MX-PUE', name: 'Puebla', origin: 'stated' },
      streetType: 'Avenida',
      street: 'de los Insurgentes',
      dependentLocality: 'Centro',
      postalCode: '72000',
      missing: [],
      completeness: 1,
      valid: true,
    });
    expect(address.raw).toBe(raw);
  });

  test('nested objects, lists of lines, and keys that mean nothing here', () => {
    const nested = {
      line1: 'Juárez 5',
      state: { code: 'PUE', name: 'Puebla' },
      country: { code: 'MX', name: 'México' },
    };
    expect(shortAddress({ address: nested, type: 'HOME', latitude: 19.4, primary: true }, null)).toEqual({
      street: 'Juárez',
      number: '5',
      area: 'MX-PUE',
      rest: ['type: HOME', 'latitude: 19.4', 'primary: true'],
    });
    expect(shortAddress(['Juárez 5', 'Col. Centro', '72000 Puebla'], 'MX')).toEqual(
      shortAddress('Juárez 5\nCol. Centro\n72000 Puebla', 'MX'),
    );
  });

  test('a city beside its municipality is a locality; a third place is in conflict', () => {
    const raw = { city: 'Mar del Plata', partido: 'General Pueyrredón' };
    expect(shortAddress(raw, 'AR')).toEqual({ municipality: 'General Pueyrredón', locality: 'Mar del Plata' });
    expect(shortAddress({ city: 'Puebla', municipio: 'Cholula', pueblo: 'x', locality: 'San Andrés' }, 'MX')).toEqual({
      municipality: 'Cholula',
      locality: 'Puebla',
      rest: ['locality: San Andrés', 'pueblo: x'],
      problems: ['CONFLICTING_VALUES locality'],
    });
  });

  test('what it lacks, and how much of it is there', () => {
    expect(says({ street: 'Reforma 222', city: 'Puebla' }, 'MX')).toMatchObject({
      missing: ['dependentLocality', 'adminArea', 'postalCode'],
      completeness: 0.5,
      valid: true,
    });
    expect(
      says({ manzana: 'C', lote: 4, distrito: 'Comas', provincia: 'Lima', departamento: 'Lima' }, 'PE').missing,
    ).toEqual(['street']);
  });

  test('an area that the postal code or the city says is marked as such', () => {
    expect(says({ cp: '44100' }, 'MX').adminArea).toEqual({ code: 'MX-JAL', name: 'Jalisco', origin: 'postalCode' });
    expect(says({ ciudad: 'CDMX' }, 'MX').adminArea).toMatchObject({ code: 'MX-CMX', origin: 'municipality' });
    expect(says({ cp: '4030000' }, 'CL').adminArea).toBeNull();
  });
});

describe('countries', () => {
  test.each([
    [{ country: 'mx' }, 'MX'],
    [{ country: 'MEX' }, 'MX'],
    [{ pais: 'Brasil' }, 'BR'],
    [{ pais: 'ESPAÑA' }, 'ES'],
    [{ country: 'United States' }, 'US'],
    [{ pais: 'EE. UU.' }, 'US'],
    ['Calle Real 5, San José, Costa Rica', 'CR'],
    ['Juárez 5, Puebla', 'AR'],
    [{ city: 'Puebla' }, 'AR'],
  ])('%j is in %s', (raw, country) => {
    expect(standardiseAddress(raw, { country: 'AR' }).country).toBe(country);
  });

  test('México after the state is the country; México twice is the state, too', () => {
    expect(says('Reforma 1, Toluca, México, México').adminArea?.code).toBe('MX-MEX');
    expect(says('Reforma 1, Toluca, Edo. Méx., México')).toMatchObject({ country: 'MX', municipality: 'Toluca' });
  });

  test.each<[unknown, object]>([
    [
      'Av. Libertador, Edif. Torre Norte, piso 3, Caracas, Venezuela',
      { streetType: 'Avenida', street: 'Libertador', unit: 'Edificio Torre Norte, Piso 3', municipality: 'Caracas' },
    ],
    [
      'Rua Garrett 12, 1200-204 Lisboa, Portugal',
      {
        streetType: 'Rua',
        street: 'Garrett',
        number: '12',
        postalCode: '1200-204',
        municipality: 'Lisboa',
        area: 'PT-11',
      },
    ],
    [
      '18 Danver Place, Loughborough, Leicestershire, LE11 1UU, United Kingdom',
      { street: 'Danver Place', number: '18', municipality: 'Loughborough', area: 'GB-LEC', postalCode: 'LE11 1UU' },
    ],
    [
      '123 Main Street Apt 4, Las Vegas NV 89132',
      {
        street: 'Main Street',
        number: '123',
        unit: 'Apartment 4',
        municipality: 'Las Vegas',
        area: 'US-NV',
        postalCode: '89132',
      },
    ],
    [
      { street: 'Hauptstraße 5', zip: '10115', city: 'BERLIN', country: 'Alemania' },
      { street: 'Hauptstraße', number: '5', postalCode: '10115', municipality: 'Berlin' },
    ],
  ])('without a table of its own: %j', (raw, fields) => {
    expect(shortAddress(raw, 'US')).toEqual(fields);
  });
});

describe('problems name a field and no value', () => {
  test.each<[unknown, string[]]>([
    [undefined, ['NOT_AN_ADDRESS rest']],
    [17, ['NOT_AN_ADDRESS rest']],
    [{ country: 'Narnia' }, ['UNKNOWN_COUNTRY country']],
    [{ state: 'Atlantis' }, ['UNKNOWN_SUBDIVISION adminArea']],
    [{ cp: '7200A' }, ['INVALID_POSTAL_CODE postalCode']],
    [{ cp: '44100', state: 'Puebla' }, ['POSTAL_CODE_MISMATCH postalCode']],
    [{ cp: '72000', zip: '72001' }, ['CONFLICTING_VALUES postalCode']],
    [{ colonia: 'N/A' }, ['PLACEHOLDER dependentLocality']],
    [{ colonia: 'x'.repeat(501) }, ['TOO_LONG dependentLocality']],
    [{ colonia: 'a\u0000b' }, ['CONTROL_CHARACTER dependentLocality']],
    ['Juárez 5, 12 b 7 c, 72000 Puebla', ['UNREAD_TEXT rest']],
  ])('%j', (raw, expected) => {
    expect(problems(raw)).toEqual(expected);
  });

  test('no country anywhere', () => {
    expect(problems({ city: 'Puebla' }, null)).toEqual(['COUNTRY_UNKNOWN country']);
    expect(problems({ city: 'Puebla' }, 'XX')).toEqual(['COUNTRY_UNKNOWN country']);
  });

  test('a code of the right area is right, also where a province lies in a community', () => {
    expect(problems({ cp: '08001', region: 'Cataluña' }, 'ES')).toEqual([]);
    expect(problems({ cp: '28001', region: 'Cataluña' }, 'ES')).toEqual(['POSTAL_CODE_MISMATCH postalCode']);
  });
});

describe('keys', () => {
  const key = (raw: unknown, country = 'MX') => addressMatchKey(standardiseAddress(raw, { country }));

  test('spellings of one address share a key, other addresses do not', () => {
    const known = key('Av. Juárez 12 Int. 4, Col. Centro, 72000 Puebla, Pue.');
    expect(known).toBe('MX|72000|juarez|12 interior 4');
    expect(key({ calle: 'AVENIDA JUAREZ', numExt: '12', numInt: '4', cp: 72000 })).toBe(known);
    expect(key('Av. Juárez 14 Int. 4, Col. Centro, 72000 Puebla, Pue.')).not.toBe(known);
    expect(key('Av. Juárez 12 Int. 4, Col. Centro, 72010 Puebla, Pue.')).not.toBe(known);
  });

  test('a CPA and its four digits are one place', () => {
    expect(key({ calle: 'Mitre 1', cp: 'S2000ABC' }, 'AR')).toBe(key({ calle: 'Mitre 1', cp: '2000' }, 'AR'));
  });

  test('too little is no key', () => {
    expect(key({ calle: 'Juárez 12' })).toBeNull();
    expect(key({ cp: '72000' })).toBeNull();
  });

  test('people are counted by the area, whatever its kind is called', () => {
    const segment = (colonia: string) =>
      addressSegment(standardiseAddress({ colonia, city: 'León', state: 'Gto.' }, { country: 'MX' }))?.key;
    expect(segment('Las Américas')).toBe('MX/MX-GUA/leon/las americas');
    expect(segment('FRACC. LAS AMERICAS')).toBe('MX/MX-GUA/leon/las americas');
    expect(addressSegment(standardiseAddress({ comuna: 'Ñuñoa', region: 'RM' }, { country: 'CL' }))).toEqual({
      field: 'municipality',
      key: 'CL/CL-RM/nunoa',
      name: 'Ñuñoa',
    });
    expect(addressSegment(standardiseAddress({ city: 'León' }, { country: 'MX' }))).toBeNull();
  });
});

test('lines leave out what is not said, and do not name a city twice that is its own state', () => {
  expect(formatAddress(standardiseAddress({ city: 'CABA', cp: '1406' }, { country: 'AR' }))).toEqual([
    '1406 Ciudad Autónoma de Buenos Aires',
    'Argentina',
  ]);
  expect(formatAddress(standardiseAddress('juárez'))).toEqual(['Juárez']);
});
