import { expect, test } from '@jest/globals';
import { normaliseExternalId } from './external-id.js';

test('the system is in lower case, the value exact', () => {
  expect(normaliseExternalId('0035e00000aBcDe', 'Salesforce')).toEqual({
    ok: true,
    identifier: {
      type: 'EXTERNAL_ID',
      namespace: 'salesforce',
      canonical: '0035e00000aBcDe',
      matchKey: '0035e00000aBcDe',
      display: '***BcDe',
      quality: 'ok',
    },
  });
});

test('without its system an id is refused', () => {
  expect(normaliseExternalId('17', '')).toMatchObject({ ok: false, problem: { code: 'INVALID_NAMESPACE' } });
});

test.each(['0', '-1', 'null', '000000', 'N/A'])('%s is a placeholder', (value) => {
  expect(normaliseExternalId(value, 'crm')).toMatchObject({ identifier: { quality: 'placeholder' } });
});

test.each(['17', '123456', '1111'])('%s is an id', (value) => {
  expect(normaliseExternalId(value, 'crm')).toMatchObject({ identifier: { quality: 'ok' } });
});
