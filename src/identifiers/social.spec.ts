import { describe, expect, test } from '@jest/globals';
import { normaliseSocial } from './social.js';

describe('social accounts', () => {
  test.each([
    ['a handle', '@Ana.Gomez', 'Instagram', 'instagram', '@ana.gomez'],
    ['a handle without its sign', 'Ana.Gomez', 'ig', 'instagram', '@ana.gomez'],
    ['a profile address', 'https://www.instagram.com/Ana.Gomez/?hl=es', 'instagram', 'instagram', '@ana.gomez'],
    ['an address without scheme', 'instagram.com/ana.gomez', '', 'instagram', '@ana.gomez'],
    ['the old name of a network', 'https://twitter.com/AnaG', 'twitter', 'x', '@anag'],
    ['a handle belongs to no app', '@ana', 'facebook:123', 'facebook', '@ana'],
    ['TikTok', 'https://www.tiktok.com/@ana/video/1', '', 'tiktok', '@ana'],
    ['LinkedIn', 'https://mx.linkedin.com/in/ana-gomez-1a2b/', '', 'linkedin', '@ana-gomez-1a2b'],
    ['Telegram', 't.me/anagomez', '', 'telegram', '@anagomez'],
    ['YouTube', 'https://youtube.com/@AnaGomez', '', 'youtube', '@anagomez'],
    ['an unknown network', '@Ana', 'Kwai', 'kwai', '@ana'],
  ])('%s is a handle', (_name, value, namespace, network, canonical) => {
    expect(normaliseSocial(value, namespace)).toMatchObject({
      ok: true,
      identifier: { namespace: network, canonical, matchKey: canonical, notes: ['handle'] },
    });
  });

  test.each([
    ['of an app', '100012345678901', 'facebook:App7', 'facebook:app7', '100012345678901'],
    ['of a network', '100012345678901', 'fb', 'facebook', '100012345678901'],
    ['in an address', 'https://facebook.com/profile.php?id=100012345678901', '', 'facebook', '100012345678901'],
    ['of letters', 'yrZCpj2Z12', 'linkedin', 'linkedin', 'yrZCpj2Z12'],
    [
      'of a channel',
      'https://www.youtube.com/channel/UC1234567890abcdefghijkl',
      '',
      'youtube',
      'UC1234567890abcdefghijkl',
    ],
  ])('a stable id %s', (_name, value, namespace, scope, canonical) => {
    const result = normaliseSocial(value, namespace);
    expect(result).toMatchObject({ ok: true, identifier: { namespace: scope, canonical } });
    expect(result).not.toHaveProperty('identifier.notes');
  });

  test('ids of two apps are two ids, handles are one', () => {
    const key = (value: string, namespace: string): string => {
      const result = normaliseSocial(value, namespace);
      return result.ok ? `${result.identifier.namespace}|${result.identifier.matchKey}` : '';
    };
    expect(key('17', 'facebook:a')).not.toBe(key('17', 'facebook:b'));
    expect(key('@ana', 'facebook:a')).toBe(key('@ana', 'facebook:b'));
  });

  test.each([
    ['no network', '@ana', '', 'INVALID_NAMESPACE'],
    ['an address of another network', 'https://x.com/ana', 'instagram', 'INVALID_VALUE'],
    ['an address of no account', 'https://www.facebook.com/groups/ana', 'facebook', 'INVALID_VALUE'],
    ['an address of no network', 'https://ana.mx/ana', 'instagram', 'INVALID_VALUE'],
    ['a handle with spaces', '@ana gomez', 'instagram', 'INVALID_VALUE'],
    ['a sign alone', '@', 'instagram', 'INVALID_VALUE'],
  ])('%s is refused', (_name, value, namespace, code) => {
    expect(normaliseSocial(value, namespace)).toMatchObject({ ok: false, problem: { code } });
  });

  test.each(['0', '@null', 'n/a'])('%s is a placeholder', (value) => {
    expect(normaliseSocial(value, 'kwai')).toMatchObject({ identifier: { quality: 'placeholder' } });
  });

  test('what people see', () => {
    expect(normaliseSocial('@ana.gomez', 'instagram')).toMatchObject({ identifier: { display: '@***mez' } });
  });
});
