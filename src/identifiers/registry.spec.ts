import { describe, expect, test } from '@jest/globals';
import { FORMATS, normalise } from './registry.js';

const MX = { sourceCountry: 'MX' };

describe('normalise', () => {
  test('knows a normaliser for every type of the default policy, and the generic one', () => {
    expect([...FORMATS].sort()).toEqual(
      ['cookie', 'device', 'email', 'external-id', 'loyalty', 'national-id', 'phone', 'social', 'sso', 'text'].sort(),
    );
  });

  test.each([
    ['EMAIL', 'email', 'Ana@X.mx', '', 'Ana@x.mx'],
    ['PHONE', 'phone', '55 1234 5678', '', '+525512345678'],
    ['SSO', 'sso', 'sub-1', 'https://id.shop.mx/', 'sub-1'],
    ['DEVICE', 'device', 'ABC', 'app', 'abc'],
    ['COOKIE', 'cookie', 'aB1', 'shop.mx', 'aB1'],
    ['SOCIAL', 'social', '@Ana', 'instagram', '@ana'],
    ['NATIONAL_ID', 'national-id', '529.982.247-25', 'br-cpf', '52998224725'],
    ['EXTERNAL_ID', 'external-id', 'aB-1', 'crm', 'aB-1'],
    ['LOYALTY', 'loyalty', 'mx 1', 'club', 'MX1'],
    ['GYM_LOCKER', 'text', ' aB 1 ', 'North', 'aB 1'],
  ])('%s by %s', (type, format, value, namespace, canonical) => {
    expect(normalise({ type, value, namespace }, MX, format)).toMatchObject({
      ok: true,
      identifier: { type, canonical },
    });
  });

  test('a type of a policy may share a format', () => {
    expect(normalise({ type: 'WHATSAPP', value: '5215512345678' }, {}, 'phone')).toMatchObject({
      identifier: { type: 'WHATSAPP', canonical: '+525512345678' },
    });
  });

  test.each([
    ['an unknown format', { type: 'EMAIL', value: 'ana@x.mx' }, 'fax', 'UNKNOWN_TYPE', 'type'],
    ['a type that would break keys', { type: 'E|MAIL', value: 'ana@x.mx' }, 'email', 'UNKNOWN_TYPE', 'type'],
    ['an empty value', { type: 'EMAIL', value: '' }, 'email', 'EMPTY_VALUE', 'value'],
    ['an invisible value', { type: 'EMAIL', value: ' \u200b\u00a0' }, 'email', 'EMPTY_VALUE', 'value'],
    ['a long value', { type: 'TEXT', value: 'a'.repeat(513) }, 'text', 'VALUE_TOO_LONG', 'value'],
    ['a control character', { type: 'PHONE', value: '55\u00001234' }, 'phone', 'CONTROL_CHARACTER', 'value'],
    [
      'a separator in the namespace',
      { type: 'TEXT', value: 'a', namespace: 'a|b' },
      'text',
      'INVALID_NAMESPACE',
      'namespace',
    ],
    [
      'a control in the namespace',
      { type: 'TEXT', value: 'a', namespace: 'a\nb' },
      'text',
      'INVALID_NAMESPACE',
      'namespace',
    ],
    [
      'a long namespace',
      { type: 'TEXT', value: 'a', namespace: 'n'.repeat(257) },
      'text',
      'INVALID_NAMESPACE',
      'namespace',
    ],
    ['a phone without country', { type: 'PHONE', value: '55 1234 5678' }, 'phone', 'COUNTRY_UNKNOWN', 'value'],
  ])('%s is refused', (_name, raw, format, code, field) => {
    const result = normalise(raw, {}, format);
    expect(result).toMatchObject({ ok: false, problem: { code, field } });
  });

  test('invisible characters and padding make no other identifier', () => {
    const plain = normalise({ type: 'PHONE', value: '+52 55 1234 5678' }, {}, 'phone');
    expect(normalise({ type: 'PHONE', value: '\u202a+52\u00a055 1234\u200b 5678\u202c ' }, {}, 'phone')).toEqual(plain);
  });

  test('every refusal of a megabyte is immediate', () => {
    const value = 'a1 @/+'.repeat(170_000);
    const started = performance.now();
    for (const format of FORMATS) {
      expect(normalise({ type: 'TEXT', value }, MX, format)).toMatchObject({ problem: { code: 'VALUE_TOO_LONG' } });
    }
    expect(performance.now() - started).toBeLessThan(100);
  });
});
