import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { NormaliseResult } from './identifier.types.js';
import { FORMATS, normalise } from './registry.js';

const RUNS = { numRuns: 2_000 };
const COUNTRIES = ['MX', 'AR', 'BR', 'CL', 'CO', 'PE', 'EC', 'UY', 'ES', 'US', 'UG', null];
const NAMESPACES = [
  '',
  'MX',
  'BR-CPF',
  'CO-NIT',
  'ES-NIF',
  'CL-RUT',
  'UG-NIN',
  'gaid',
  'imei',
  'shop.mx',
  'facebook:7',
  'instagram',
  'https://id.mx',
];

const format = fc.constantFrom(...FORMATS);
const country = fc.constantFrom(...COUNTRIES);
const namespace = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NAMESPACES) },
  fc.string({ unit: 'binary', maxLength: 30 }),
);
/** Any text, and texts that come near to real values of each type. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.stringMatching(/^[+(]{0,2}[0-9 ()./-]{5,20}( ext\.? ?[0-9]{1,5})?$/),
  fc.stringMatching(/^[0-9]{4,18}-?[0-9A-Za-z]$/),
  fc.stringMatching(/^[A-Z]{3,4}[0-9]{6}[A-Z0-9]{3,8}$/),
  fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.domain())
    .map(([local, domain]) => `${local}@${domain}`),
  fc.emailAddress(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.webUrl(),
  fc.constantFrom('+521', '00', '@', '<>', 'a@', '00000000', 'ß', 'İ', '@İ', 'null@null'),
);

function read(text: string, name: string, of: string, where: string | null): NormaliseResult {
  return normalise({ type: 'ANY', value: text, namespace: name }, { sourceCountry: where }, of);
}

describe('any text, any namespace, every format', () => {
  test('gives a result and never throws', () => {
    fc.assert(
      fc.property(value, namespace, format, country, (text, name, of, where) => {
        const result = read(text, name, of, where);
        if (!result.ok) return result.problem.message !== '';
        const { canonical, matchKey, display } = result.identifier;
        return canonical !== '' && matchKey !== '' && display !== '' && !result.identifier.namespace.includes('|');
      }),
      RUNS,
    );
  });

  test('what was normalised is normal', () => {
    fc.assert(
      fc.property(value, namespace, format, country, (text, name, of, where) => {
        const first = read(text, name, of, where);
        if (!first.ok) return;
        const { canonical, namespace: canonicalNamespace } = first.identifier;
        const second = read(canonical, canonicalNamespace, of, where);
        // What was repaired is whole the second time; everything else is said again.
        const { notes: _first, ...expected } = first.identifier;
        expect(second.ok).toBe(true);
        expect(second).toMatchObject({ identifier: expected });
      }),
      RUNS,
    );
  });

  test('padding, invisible characters and decomposed accents make no other identifier', () => {
    const padding = fc.constantFrom(' ', '\u00a0', '\u200b', '\u200e', '\ufeff', '\t');
    fc.assert(
      fc.property(value, namespace, format, country, padding, (text, name, of, where, pad) => {
        const plain = read(text, name, of, where);
        fc.pre(plain.ok);
        expect(read(`${pad}${text.normalize('NFD')}${pad}`, name, of, where)).toEqual(plain);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('ways of writing', () => {
  const digits = fc.stringMatching(/^[2-9][0-9]{9}$/);
  const separator = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u2011');

  test('a Mexican number has one key however it is dialled', () => {
    const prefix = fc.constantFrom('+52', '+521', '0052', '044', '045', '01', '521', '52', '', '+52 1', '(+52)');
    fc.assert(
      fc.property(digits, prefix, separator, (national, dialled, gap) => {
        const plain = read(`+52${national}`, '', 'phone', 'MX');
        fc.pre(plain.ok);
        const parts = [dialled, national.slice(0, 2), national.slice(2, 6), national.slice(6)];
        expect(read(parts.join(gap), '', 'phone', 'MX')).toMatchObject({
          identifier: { matchKey: plain.identifier.matchKey },
        });
      }),
      RUNS,
    );
  });

  test('a Brazilian mobile that once had eight digits has one key with and without the ninth', () => {
    const area = fc.constantFrom('11', '21', '31', '51', '71', '85', '92');
    fc.assert(
      fc.property(area, fc.stringMatching(/^[6-9][0-9]{7}$/), separator, (ddd, line, gap) => {
        const keys = [`+55${gap}${ddd}${gap}9${line}`, `+55${gap}${ddd}${gap}${line}`].map((text) =>
          read(text, '', 'phone', null),
        );
        const [nine, eight] = keys;
        fc.pre(nine !== undefined && nine.ok);
        expect(eight).toMatchObject({ identifier: { matchKey: nine.identifier.matchKey } });
      }),
      RUNS,
    );
  });

  test('the check digits of a CPF decide, and its separators do not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{9}$/), (front) => {
        const digitsOfCpf = `${front}${cpfCheckDigits(front)}`;
        const [a, b, c, d] = [front.slice(0, 3), front.slice(3, 6), front.slice(6), digitsOfCpf.slice(9)];
        const plain = read(digitsOfCpf, 'BR-CPF', 'national-id', null);
        expect(plain).toMatchObject({ ok: true, identifier: { canonical: digitsOfCpf } });
        expect(read(`${a}.${b}.${c}-${d}`, 'cpf', 'national-id', null)).toEqual(plain);
        const wrong = `${front}${String((Number(d) + 1) % 100).padStart(2, '0')}`;
        fc.pre(!/^(\d)\1+$/.test(wrong));
        expect(read(wrong, 'BR-CPF', 'national-id', null)).toMatchObject({ problem: { code: 'CHECK_DIGIT' } });
      }),
      RUNS,
    );
  });

  test('the case of an e-mail address makes no other key, and what people see never holds it', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const plain = read(address, '', 'email', null);
        // A local part of stars is its own mask.
        fc.pre(plain.ok && !/^\*+@/.test(address));
        expect(read(address.toUpperCase(), '', 'email', null)).toMatchObject({
          identifier: { matchKey: plain.identifier.matchKey },
        });
        expect(plain.identifier.display).not.toContain(address);
      }),
      RUNS,
    );
  });
});

/** Modulus 11 from its definition, apart from the library that huella asks. */
function cpfCheckDigits(front: string): string {
  const digit = (digits: string): string => {
    const sum = Array.from(digits, Number).reduce(
      (total, value, index) => total + value * (digits.length + 1 - index),
      0,
    );
    return String(((sum * 10) % 11) % 10);
  };
  const first = digit(front);
  return `${first}${digit(`${front}${first}`)}`;
}
