import { describe, expect, test } from '@jest/globals';
import { normaliseSso } from './sso.js';

const ISSUER = 'https://login.shop.mx/realms/Main';

describe('single sign-on subjects', () => {
  test('issuer and subject identify together; the subject keeps its case', () => {
    expect(normaliseSso('Auth0|5F2a9C11', ISSUER)).toEqual({
      ok: true,
      identifier: {
        type: 'SSO',
        namespace: ISSUER,
        canonical: 'Auth0|5F2a9C11',
        matchKey: 'Auth0|5F2a9C11',
        display: '***9C11',
        quality: 'ok',
      },
    });
  });

  test.each([
    ['HTTPS://Login.Shop.MX/realms/Main/', ISSUER],
    ['https://login.shop.mx:443/realms/Main', ISSUER],
    ['https://accounts.google.com', 'https://accounts.google.com'],
    ['accounts.google.com', 'https://accounts.google.com'],
    ['https://login.shop.mx:8443', 'https://login.shop.mx:8443'],
    ['urn:amazon:cognito:Pool', 'urn:amazon:cognito:Pool'],
    ['URN:Example:idp', 'urn:example:idp'],
  ])('issuer %s is %s', (namespace, issuer) => {
    expect(normaliseSso('17', namespace)).toMatchObject({ ok: true, identifier: { namespace: issuer } });
  });

  test.each([
    '',
    'google',
    'http://login.shop.mx',
    'https://ana:secret@login.shop.mx',
    'https://ana@login.shop.mx',
    'https://a.mx?x=1',
    'https://a.mx#x',
    'https://',
  ])('issuer "%s" is refused', (namespace) => {
    expect(normaliseSso('17', namespace)).toMatchObject({
      ok: false,
      problem: { code: 'INVALID_NAMESPACE', field: 'namespace' },
    });
  });

  test.each(['null', 'undefined', '0', 'anonymous', '00000000-0000-0000-0000-000000000000'])(
    'subject %s is a placeholder',
    (value) => expect(normaliseSso(value, ISSUER)).toMatchObject({ identifier: { quality: 'placeholder' } }),
  );

  test('a subject longer than a provider may issue is refused', () => {
    expect(normaliseSso('s'.repeat(256), ISSUER)).toMatchObject({ ok: false, problem: { code: 'VALUE_TOO_LONG' } });
  });
});
