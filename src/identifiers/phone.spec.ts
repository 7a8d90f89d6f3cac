import { describe, expect, test } from '@jest/globals';
import { normalisePhone } from './phone.js';
import type { NormalisedIdentifier } from './identifier.types.js';

function read(value: string, sourceCountry: string | null = null): NormalisedIdentifier {
  const result = normalisePhone(value, '', { sourceCountry });
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.identifier;
}

function problemOf(value: string, sourceCountry: string | null = null): string {
  const result = normalisePhone(value, '', { sourceCountry });
  expect(JSON.stringify(result)).not.toContain(value);
  return result.ok ? 'none' : result.problem.code;
}

describe('phone numbers of Latin America', () => {
  // Every spelling that the library alone gets wrong or calls another number, and what it must become.
  test.each([
    ['MX mobile from abroad, old', '+52 1 55 1234 5678', null, '+525512345678'],
    ['MX 044', '044 55 1234 5678', 'MX', '+525512345678'],
    ['MX 045', '045 55 1234 5678', 'MX', '+525512345678'],
    ['MX 01', '01 55 1234 5678', 'MX', '+525512345678'],
    ['MX 044 behind the country code', '+52 044 55 1234 5678', null, '+525512345678'],
    ['MX WhatsApp', '5215512345678', 'MX', '+525512345678'],
    ['MX WhatsApp without country', '5215512345678', null, '+525512345678'],
    ['MX country code without plus', '525512345678', 'MX', '+525512345678'],
    ['MX ten digits', '55 1234 5678', 'MX', '+525512345678'],
    ['MX 00', '00 52 55 1234 5678', null, '+525512345678'],
    ['AR mobile', '+54 9 11 2345-6789', null, '+5491123456789'],
    ['AR fixed or mobile without 9', '+54 11 2345-6789', null, '+541123456789'],
    ['AR 15 with area', '011 15 2345-6789', 'AR', '+5491123456789'],
    ['AR 15 behind the country code', '+54 351 15 2345678', null, '+5493512345678'],
    ['AR 9 and 15', '+54 9 11 15 2345 6789', null, '+5491123456789'],
    ['AR WhatsApp', '5491123456789', 'AR', '+5491123456789'],
    ['BR old mobile', '+55 11 8123-4567', null, '+5511981234567'],
    ['BR old mobile of a trunking network', '+55 11 7812-3456', null, '+5511978123456'],
    ['BR fixed line gets no 9', '+55 11 3123-4567', null, '+551131234567'],
    ['BR carrier', '0 15 11 91234-5678', 'BR', '+5511912345678'],
    ['BR carrier and old mobile', '0 15 11 8123-4567', 'BR', '+5511981234567'],
    ['BR trunk zero', '(011) 98123-4567', 'BR', '+5511981234567'],
    ['BR WhatsApp without the ninth digit', '551181234567@c.us', null, '+5511981234567'],
    ['BR toll-free', '0800 123 4567', 'BR', '+558001234567'],
    ['CO old fixed line', '(1) 234 5678', 'CO', '+576012345678'],
    ['CO old fixed line from abroad', '+57 1 2345678', null, '+576012345678'],
    ['CO carrier', '09 1 234 5678', 'CO', '+576012345678'],
    ['CO 03 to a mobile', '03 300 123 4567', 'CO', '+573001234567'],
    ['CO today', '601 234 5678', 'CO', '+576012345678'],
    ['CL 09', '09 8765 4321', 'CL', '+56987654321'],
    ['CL mobile of eight digits', '8765 4321', 'CL', '+56987654321'],
    ['CL Santiago of eight digits', '2234 5678', 'CL', '+56222345678'],
    ['CL today', '9 8765 4321', 'CL', '+56987654321'],
    ['CL carrier', '188 2 2234 5678', 'CL', '+56222345678'],
    ['PE mobile', '987 654 321', 'PE', '+51987654321'],
    ['PE Lima', '(01) 234-5678', 'PE', '+5112345678'],
    ['UY mobile', '099 123 456', 'UY', '+59899123456'],
    ['UY zero behind the country code', '+598 099 123 456', null, '+59899123456'],
    ['EC mobile', '098 765 4321', 'EC', '+593987654321'],
    ['ES mobile', '612 34 56 78', 'ES', '+34612345678'],
    ['US', '702-919-1300', 'US', '+17029191300'],
    ['US with 1', '1 (702) 919-1300', 'US', '+17029191300'],
    ['UG as in OpenCR', '712 300633', 'UG', '+256712300633'],
    ['SG', '9123 4567', 'SG', '+6591234567'],
    ['IT keeps its zero', '0352 6553537', 'IT', '+3903526553537'],
    ['GB shows its zero', '+44 (0)20 7183 8750', null, '+442071838750'],
  ])('%s: %s', (_name, value, country, canonical) => expect(read(value, country).canonical).toBe(canonical));

  test.each([
    ['MX 044 without country', '044 55 1234 5678', null, 'COUNTRY_UNKNOWN'],
    ['MX country code without plus and country', '525512345678', null, 'COUNTRY_UNKNOWN'],
    ['a national number without country', '55 1234 5678', null, 'COUNTRY_UNKNOWN'],
    ['a country that is none', '55 1234 5678', 'XX', 'COUNTRY_UNKNOWN'],
    ['AR 15 without area', '15 2345-6789', 'AR', 'INVALID_VALUE'],
    ['BR mobile without area', '91234-5678', 'BR', 'INVALID_VALUE'],
    ['US without area', '221-2412', 'US', 'INVALID_VALUE'],
    ['too short', '911', 'MX', 'INVALID_VALUE'],
    ['too long', '+52 55 1234 5678 9', null, 'INVALID_VALUE'],
    ['no such country code', '+999 55 1234 5678', null, 'INVALID_VALUE'],
    ['words', 'llamar a Ana', 'MX', 'INVALID_VALUE'],
    ['letters for digits', '800-FLORES1', 'MX', 'INVALID_VALUE'],
    ['two numbers', '55-1234-5678 / 55-8765-4321', 'MX', 'INVALID_VALUE'],
    ['two numbers joined by a word', '55 1234 5678 y 55 8765 4321', 'MX', 'INVALID_VALUE'],
    ['an alternative last digit', '55 1234 5678/79', 'MX', 'INVALID_VALUE'],
    ['an alternative last digit that would make a number', '2234 567/8', 'UY', 'INVALID_VALUE'],
    ['two plus signs', '+52+5512345678', null, 'INVALID_VALUE'],
  ])('%s is refused: %s', (_name, value, country, code) => expect(problemOf(value, country)).toBe(code));

  test('two numbers: the message says what to do', () => {
    expect(normalisePhone('55-1234-5678 / 55-8765-4321', '', { sourceCountry: 'MX' })).toEqual({
      ok: false,
      problem: {
        code: 'INVALID_VALUE',
        field: 'value',
        message: 'send each phone number as an identifier of its own',
      },
    });
  });
});

describe('match keys', () => {
  test.each([
    ['AR with and without 9', '+54 9 11 2345-6789', '+54 11 2345-6789'],
    ['AR 15', '+54 351 15 2345678', '+54 351 2345678'],
    ['BR with and without the ninth digit', '+55 11 98123-4567', '+55 11 8123-4567'],
    ['MX with and without 1', '+52 1 55 1234 5678', '+52 55 1234 5678'],
  ])('%s: one line', (_name, one, other) => expect(read(one).matchKey).toBe(read(other).matchKey));

  test.each([
    ['a BR mobile that never had eight digits, and the fixed line', '+55 11 95123-4567', '+55 11 5123-4567'],
    ['an extension', '+52 55 1234 5678', '+52 55 1234 5678 ext. 12'],
    ['extensions', '+52 55 1234 5678 ext. 13', '+52 55 1234 5678 ext. 12'],
  ])('%s: two lines', (_name, one, other) => expect(read(one).matchKey).not.toBe(read(other).matchKey));
});

describe('the country', () => {
  test.each([
    ['the address before the source', '11 2345 6789', { addressCountry: 'AR', sourceCountry: 'MX' }, '+541123456789'],
    [
      'the source when there is no address',
      '5512345678',
      { addressCountry: null, sourceCountry: 'MX' },
      '+525512345678',
    ],
    ['plus before both', '+34 612 345 678', { addressCountry: 'AR', sourceCountry: 'MX' }, '+34612345678'],
    ['00 before both', '0034 612 345 678', { addressCountry: 'AR', sourceCountry: 'MX' }, '+34612345678'],
    ['lower case', '5512345678', { addressCountry: 'mx' }, '+525512345678'],
  ])('%s', (_name, value, context, canonical) => {
    expect(normalisePhone(value, '', context)).toMatchObject({ ok: true, identifier: { canonical } });
  });
});

describe('spellings', () => {
  test.each([
    '+52 55 1234 5678',
    '+52-55-1234-5678',
    '(+52) 55.1234.5678',
    '+52 (55) 1234‐5678',
    '＋５２ ５５ １２３４ ５６７８',
    'tel:+52-55-1234-5678',
    'Tel. +52 55 1234 5678',
    'Teléfono: +52 55 1234 5678',
    '+52 55 1234 5678 (casa)',
    'https://wa.me/525512345678',
    'https://wa.me/5215512345678?text=hola',
    'https://api.whatsapp.com/send?phone=525512345678',
    'whatsapp:+5215512345678',
    '5215512345678@s.whatsapp.net',
    '5215512345678:12@c.us',
  ])('%s', (value) => expect(read(value).canonical).toBe('+525512345678'));

  test.each([
    'ext. 123',
    'ext 123',
    'x123',
    'Ext: 123',
    'int. 123',
    'interno 123',
    'ramal 123',
    'anexo 123',
    '#123',
    ';ext=123',
    'extensión 123',
  ])('extension written %s', (extension) =>
    expect(read(`55 1234 5678 ${extension}`, 'MX')).toMatchObject({
      canonical: '+525512345678;ext=123',
      matchKey: '+525512345678;ext=123',
      notes: ['extension'],
    }),
  );
});

describe('placeholders', () => {
  test.each([
    ['5555555555', 'MX'],
    ['+52 55 5555 5555', null],
    ['9999999999', 'MX'],
    ['1234567890', 'MX'],
    ['+521234567890', null],
    ['0000000000', 'MX'],
    ['1111111111', 'MX'],
    ['(11) 99999-9999', 'BR'],
    ['11 1111-1111', 'AR'],
    ['999999999', 'CL'],
    ['99999999', 'CL'],
    ['999 999 999', 'PE'],
    ['3000000000', 'CO'],
    ['702-555-1212', 'US'],
    ['702-555-5555', 'US'],
    ['000 000000', 'UG'],
    ['+256 000 000000', null],
  ])('%s', (value, country) => expect(read(value, country).quality).toBe('placeholder'));

  test.each([
    ['55 1234 5678', 'MX'],
    ['987 654 321', 'PE'],
    ['702-555-0143', 'US'],
    ['55 1200 0000', 'MX'],
  ])('%s is a number', (value, country) => expect(read(value, country).quality).toBe('ok'));
});

describe('what people see', () => {
  test.each([
    ['+52 55 1234 5678', '+52 ** **** 5678'],
    ['+65 9123 4567', '+65 **** 4567'],
    ['+54 9 11 2345 6789', '+54 *** **** 6789'],
    ['+52 55 1234 5678 ext. 12', '+52 ** **** 5678 ext. ***'],
  ])('%s is shown as %s', (value, display) => expect(read(value).display).toBe(display));

  test('a number that was completed says so', () => {
    expect(read('+55 11 8123-4567').notes).toEqual(['repaired']);
    expect(read('+55 11 98123-4567').notes).toBeUndefined();
  });

  test('a namespace is refused', () => {
    expect(normalisePhone('+525512345678', 'MX', {})).toMatchObject({ ok: false, problem: { field: 'namespace' } });
  });
});
