import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StandardAddress } from './address.types.js';
import { addressMatchKey, addressSegment } from './address-keys.js';
import { formatAddress } from './format-address.js';
import { standardiseAddress } from './standardise-address.js';

const seed = Number(process.env['FC_SEED'] ?? 20_261_128);
const RUNS = { seed, numRuns: 1_500 };
const COUNTRIES = ['MX', 'BR', 'AR', 'CO', 'CL', 'PE', 'EC', 'UY', 'ES', 'US', 'VE', 'PT', 'DE', null];
const KEYS =
  `street number line1 line2 address unit interior piso depto colonia barrio bairro distrito comuna city ciudad municipio
  localidad region state provincia departamento postalCode cp country reference entreCalles streetType calle manzana lote full
  urbanizacion latitude type constructor __proto__`.split(/\s+/);
const TEXTS =
  `Av. Juárez 12|AV DE LOS INSURGENTES 1234 INT 5|Calle 60 no. 500 entre 57 y 59|Cra 7 # 71-21 Apto 301|C/ Mayor, 5, 3º B|12|S/N|Piso 3
  |Mz C Lt 4|Col. Centro|Fracc. Las Américas|06000|72000 Puebla|CP 06000|São Paulo - SP|01310-100|CDMX|D.F.|Bogotá, D.C.|Lima 18
  |C1425AAB CABA|México|Colombia|MX|Estado de México|N/A|-|0|  |MuÃ±oz 5|MARÃA|Frente al parque|esq. Rivera|9 de Octubre 425 y Boyacá|PB|Km 12,5
  |1234 3 B|Torre Norte|Edificio Torre Azul piso 3|Centro|Urb.|Col.|#|, ,|Sr. de los Milagros 5|Calle|5 de Mayo|Dr. Pte. Gral. 9`
    .split('|')
    .map((text) => text.trim());

const country = fc.constantFrom(...COUNTRIES);
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...TEXTS), { minLength: 2, maxLength: 6 }).map((parts) => parts.join(', ')),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...TEXTS), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
const object = fc.dictionary(
  fc.constantFrom(...KEYS),
  fc.oneof({ weight: 6, arbitrary: text }, fc.integer(), fc.constant(null)),
  {
    maxKeys: 9,
  },
);
const raw = fc.oneof(
  { weight: 4, arbitrary: object },
  { weight: 3, arbitrary: text },
  fc.array(text, { maxLength: 4 }),
);

/** Words that no table knows and no typing error reaches. */
const WORDS = 'Wukzavo Qimbelwo Zokwéra Kwezumi Fuwqanto Huzkewib Jowqelmi Tazwukon'.split(' ');
const LABELS =
  ',Col. ,Fracc. ,Urb. ,Barrio ,Int. ,Piso ,Av. ,C/ ,Cra ,CP ,Ref: ,entre ,esq. ,Mz ,Lt ,# ,No. ,Depto. '.split(',');
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
const numbers = fc.integer({ min: 1, max: 99_999 }).map(String);
const said = fc
  .tuple(fc.constantFrom(...LABELS), words, fc.option(numbers), fc.boolean())
  .map(
    ([label, name, number, isLast]) =>
      `${label}${isLast || number === null ? name : `${number} ${name}`}${isLast && number !== null ? ` ${number}` : ''}`,
  );
const line = fc
  .tuple(fc.array(said, { minLength: 1, maxLength: 6 }), fc.constantFrom(', ', ' ', '\n', ' - ', '; '))
  .map(([parts, between]) => parts.join(between));
const told = fc.oneof(
  line,
  fc.array(line, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom(...KEYS), fc.oneof(said, numbers, line), { maxKeys: 8 }),
);

/** What a source could send again: the fields without what standardising adds to them. */
function fieldsOf(
  address: StandardAddress,
): Omit<StandardAddress, 'raw' | 'problems' | 'missing' | 'completeness' | 'valid'> {
  const {
    raw: _raw,
    problems: _problems,
    missing: _missing,
    completeness: _completeness,
    valid: _valid,
    ...fields
  } = address;
  return fields;
}

/** As the graph keeps attributes: nothing for null. */
function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, each: unknown) => (each === null ? undefined : each)));
}

describe(`any address (seed ${seed})`, () => {
  test('never throws on any JSON, and keeps the raw value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue({ maxDepth: 6 }), raw), country, (value, where) => {
        const address = standardiseAddress(value, { country: where });
        expect(address.raw).toBe(value);
        expect(address.completeness).toBeGreaterThanOrEqual(0);
        expect(address.completeness).toBeLessThanOrEqual(1);
        expect(() => [formatAddress(address), addressMatchKey(address), addressSegment(address)]).not.toThrow();
      }),
      RUNS,
    );
  });

  test('what was standardised is standard', () => {
    fc.assert(
      fc.property(raw, country, (value, where) => {
        const first = fieldsOf(standardiseAddress(value, { country: where }));
        expect(fieldsOf(standardiseAddress(first, { country: where }))).toEqual(first);
        expect(fieldsOf(standardiseAddress(withoutNulls(first), { country: where }))).toEqual(first);
      }),
      RUNS,
    );
  });

  test('no word and no number of it is lost', () => {
    fc.assert(
      fc.property(told, country, (value, where) => {
        const address = standardiseAddress(value, { country: where });
        const kept = compact(JSON.stringify(fieldsOf(address)));
        expect(tokensOf(value).filter((token) => !kept.includes(compact(token)))).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** Letters and digits alone, without accents and case. */
function compact(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The invented words and the numbers of an address: what is left out may only be a label. */
function tokensOf(value: unknown): string[] {
  const texts = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  return texts.join('\n').match(/\d+|[A-Z][a-zé]*[wkzq][a-zé]*/g) ?? [];
}
