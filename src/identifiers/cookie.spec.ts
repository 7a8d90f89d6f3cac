import { describe, expect, test } from '@jest/globals';
import { normaliseCookie } from './cookie.js';

describe('cookies', () => {
  test.each(['shop.mx', 'SHOP.MX', '.shop.mx', 'https://shop.mx/cart', 'shop.mx.'])(
    'domain %s is shop.mx',
    (namespace) => {
      expect(normaliseCookie('GA1.2.aB', namespace)).toMatchObject({
        ok: true,
        identifier: { namespace: 'shop.mx', canonical: 'GA1.2.aB', matchKey: 'GA1.2.aB', quality: 'ok' },
      });
    },
  );

  test('an international domain is in its ASCII form', () => {
    expect(normaliseCookie('a1', 'peña.com')).toMatchObject({ identifier: { namespace: 'xn--pea-8ma.com' } });
  });

  test('the value keeps its case', () => {
    const [upper, lower] = ['ABC', 'abc'].map((value) => normaliseCookie(value, 'shop.mx'));
    expect(upper).not.toEqual(lower);
  });

  test.each(['', 'shop mx', '/', '..'])('domain "%s" is refused', (namespace) => {
    expect(normaliseCookie('a1', namespace)).toMatchObject({ ok: false, problem: { code: 'INVALID_NAMESPACE' } });
  });

  test.each(['null', '0', '-', '00000000'])('value %s is a placeholder', (value) => {
    expect(normaliseCookie(value, 'shop.mx')).toMatchObject({ identifier: { quality: 'placeholder' } });
  });
});
