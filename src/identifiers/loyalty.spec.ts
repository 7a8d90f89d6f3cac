import { expect, test } from '@jest/globals';
import { normaliseLoyalty } from './loyalty.js';

test.each(['6034 1234 5678 9012', '6034-1234-5678-9012', '6034.1234.5678.9012', '６０３４１２３４５６７８９０１２'])(
  '%s is one card',
  (value) => {
    expect(normaliseLoyalty(value, 'Club')).toEqual({
      ok: true,
      identifier: {
        type: 'LOYALTY',
        namespace: 'club',
        canonical: '6034123456789012',
        matchKey: '6034123456789012',
        display: '***9012',
        quality: 'ok',
      },
    });
  },
);

test('letters are in upper case, and a programme is optional', () => {
  expect(normaliseLoyalty('mx-99a', '')).toMatchObject({ identifier: { canonical: 'MX99A', namespace: '' } });
});

test.each(['0', '0000-0000', '9999999999', '123456789', 'no tiene'])('%s is a placeholder', (value) =>
  expect(normaliseLoyalty(value, '')).toMatchObject({ identifier: { quality: 'placeholder' } }),
);

test.each(['---', 'tarjeta#1', 'ñ1', '9'.repeat(65)])('"%s" is refused', (value) => {
  expect(normaliseLoyalty(value, '')).toMatchObject({ ok: false, problem: { code: 'INVALID_VALUE' } });
});
