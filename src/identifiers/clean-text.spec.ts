import { describe, expect, test } from '@jest/globals';
import { cleanText } from './clean-text.js';

const MAX_CHARS = 20;

describe('cleanText', () => {
  test.each([
    ['plain text stays', 'Ana Gómez', 'Ana Gómez'],
    ['spaces around', '  \t ana \r\n', 'ana'],
    ['non-breaking spaces around', '\u00a0ana\u00a0', 'ana'],
    ['a non-breaking space inside is a space', '55\u00a01234', '55 1234'],
    ['zero-width characters', '\u200ba\u200dn\u2060a\ufeff', 'ana'],
    ['bidirectional marks of a copied contact', '\u202a+52 55\u202c', '+52 55'],
    ['spaces behind a mark', '\u200e ana \u200f', 'ana'],
    ['soft hyphen', 'a\u00adna', 'ana'],
    ['decomposed accents are composed', 'jose\u0301', 'josé'],
    ['four-byte characters stay', 'ana😀', 'ana😀'],
    ['padding beyond the limit', `${' '.repeat(30)}ana`, 'ana'],
  ])('%s', (_name, raw, text) => expect(cleanText(raw, MAX_CHARS)).toEqual({ ok: true, text }));

  test.each([
    ['nothing', '', 'EMPTY'],
    ['only spaces', ' \t\u00a0\n', 'EMPTY'],
    ['only invisible characters', '\u200b\u200e\ufe0f', 'EMPTY'],
    ['one character too many', 'a'.repeat(MAX_CHARS + 1), 'TOO_LONG'],
    ['a megabyte', 'a'.repeat(1_000_000), 'TOO_LONG'],
    ['a null character', 'a\u0000b', 'CONTROL_CHARACTER'],
    ['a line break inside', 'a\nb', 'CONTROL_CHARACTER'],
    ['a C1 control', 'a\u0085b', 'CONTROL_CHARACTER'],
    ['a line separator inside', 'a\u2028b', 'CONTROL_CHARACTER'],
    ['half a surrogate pair', 'a\ud83d', 'CONTROL_CHARACTER'],
    ['a noncharacter', 'a\uffff', 'CONTROL_CHARACTER'],
  ])('%s is refused', (_name, raw, fault) => expect(cleanText(raw, MAX_CHARS)).toEqual({ ok: false, fault }));
});
