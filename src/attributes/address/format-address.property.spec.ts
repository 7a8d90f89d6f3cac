import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressMatchKey, addressSegment } from './address-keys.js';
import { formatAddress } from './format-address.js';
import { standardiseAddress } from './standardise-address.js';

const seed = Number(process.env['FC_SEED'] ?? 20_261_128);
const RUNS = { seed, numRuns: 1_500 };

/** Country, area, municipality, part of it, postal code; street types and units of the country. */
const PLACES = [
  [
    'MX',
    'MX-JAL',
    'Guadalajara',
    'Americana',
    '44160',
    'Avenida Calle Privada',
    'Interior 4|Manzana C, Lote 4|Piso 3, Departamento B',
  ],
  ['MX', 'MX-CMX', 'Coyoacán', 'Fraccionamiento Los Álamos', '04100', 'Calzada Cerrada', 'Departamento 12'],
  ['BR', 'BR-SP', 'Campinas', 'Cambuí', '13025-001', 'Rua Avenida Travessa', 'Apartamento 31|Bloco B, Apartamento 2'],
  ['AR', 'AR-S', 'Rosario', 'Echesortu', 'S2000ABC', 'Calle Avenida Bulevar', 'Piso 3, Departamento B|Planta Baja'],
  ['AR', 'AR-C', 'Ciudad Autónoma de Buenos Aires', 'Caballito', 'C1406ABC', 'Avenida', 'Piso 10, Departamento 4'],
  ['CO', 'CO-ANT', 'Medellín', 'Laureles', '050031', 'Calle Avenida', 'Apartamento 301|Torre 2, Apartamento 501'],
  ['CL', 'CL-RM', 'Ñuñoa', 'Sector Plaza Egaña', '7750000', 'Avenida Pasaje', 'Departamento 505|Casa 3'],
  ['PE', 'PE-LIM', 'Lima', 'Miraflores', '15074', 'Jirón Avenida Calle', 'Departamento 302|Interior 5'],
  ['PE', 'PE-ARE', 'Camaná', 'Quilca', '04450', 'Calle', 'Manzana B, Lote 10'],
  ['EC', 'EC-G', 'Guayaquil', 'Sector Norte', '090306', 'Avenida Calle', 'Oficina 12|Piso 4'],
  ['UY', 'UY-MO', 'Montevideo', 'Pocitos', '11300', 'Bulevar Rambla Calle', 'Apartamento 501'],
  [
    'ES',
    'ES-BI',
    'Bilbao',
    'Barriada Zurbaran',
    '48007',
    'Calle Avenida Paseo',
    'Piso 3, Puerta B|Escalera 2, Piso 1, Derecha',
  ],
] as const;
const STREETS = [
  'San Martín',
  '5 de Mayo',
  'de los Insurgentes',
  'La Paz',
  'Juan XXIII',
  '18 de Julio',
  "O'Higgins",
  'General Paz',
];

const full = fc
  .tuple(
    fc.constantFrom(...PLACES),
    fc.constantFrom(...STREETS),
    fc.integer({ min: 1, max: 9_999 }),
    fc.nat(),
    fc.boolean(),
  )
  .map(
    ([[country, area, municipality, dependentLocality, postalCode, types, units], street, number, pick, hasUnit]) => ({
      country,
      adminArea: area,
      municipality,
      dependentLocality,
      streetType: types.split(' ')[pick % types.split(' ').length],
      street,
      number: country === 'CO' ? `${(number % 99) + 1}-${number % 90}` : String(number),
      unit: hasUnit ? units.split('|')[pick % units.split('|').length] : null,
      postalCode,
    }),
  );

const upper = (lines: readonly string[]): string => lines.join(', ').toUpperCase();
const bare = (lines: readonly string[]): string => lines.join(', ').normalize('NFD').replace(/\p{M}/gu, '');

describe(`full addresses of nine countries (seed ${seed})`, () => {
  test('as lines or on one line say the same as in fields', () => {
    fc.assert(
      fc.property(full, fc.constantFrom('\n', ', '), (fields, between) => {
        const { raw: _raw, ...expected } = standardiseAddress(fields);
        expect(expected).toMatchObject({ missing: [], problems: [], completeness: 1, valid: true });
        const { raw: _text, ...read } = standardiseAddress(formatAddress(expected).join(between));
        expect(read).toEqual(expected);
      }),
      RUNS,
    );
  });

  test('have one match key and one segment however they are written', () => {
    fc.assert(
      fc.property(full, fc.constantFrom(upper, bare), (fields, write) => {
        const address = standardiseAddress(fields);
        const again = standardiseAddress(write(formatAddress(address)));
        expect(addressMatchKey(again)).toBe(addressMatchKey(address));
        expect(addressSegment(again)?.key).toBe(addressSegment(address)?.key);
      }),
      RUNS,
    );
  });
});
