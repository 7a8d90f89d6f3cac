import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../kernel/limits.js';
import type { Attachment, FlatAttributes } from './record.types.js';
import { foldWords, searchText } from './search-words.js';

const attachment = (type: string, canonical: string): Attachment => {
  return { type, canonical } as Attachment;
};
const wordsOf = (attributes: FlatAttributes, ...attachments: Attachment[]): string[] =>
  searchText({ source: 'crm', attributes, attachments }).split(' ').slice(1);

describe('folded words', () => {
  test.each([
    ['María José', ['maria', 'jose']],
    ['MUÑOZ-Ávila', ['munoz', 'avila']],
    ['São Paulo', ['sao', 'paulo']],
    ['Straße 12b', ['strasse', '12b']],
    ['Ærø', ['aero']],
    ['  ', []],
  ])('%s', (text, words) => {
    expect(foldWords(text)).toEqual(words);
  });
});

describe('what a record is found by', () => {
  test('its texts, its birth date as one word, and its source', () => {
    const attributes = {
      givenName: 'Ana María',
      birthDate: '1990-02-28',
      'address.city': 'Puebla',
      'address.lines': ['Av. Juárez', 'Centro'],
      floor: 3,
    };
    const words = ['ana', 'maria', '19900228', 'puebla', 'av', 'juarez', 'centro', '3'];
    expect(wordsOf(attributes)).toEqual([...words].sort());
    expect(searchText({ source: 'my crm', attributes: {}, attachments: [] })).toBe('source=my%20crm');
  });

  test('its identifiers, whole and by their parts', () => {
    expect(wordsOf({}, attachment('EMAIL', 'ana.gomez@correo.mx'))).toEqual([
      ...['ana', 'ana.gomez@correo.mx', 'correo.mx', 'gomez'],
    ]);
    expect(wordsOf({}, attachment('PHONE', '+525512345678'))).toEqual([
      ...['12345678', '2345678', '512345678', '525512345678', '5512345678'],
    ]);
    expect(wordsOf({}, attachment('NATIONAL_ID', '11.222.333-4'))).toEqual(['11', '112223334', '222', '333', '4']);
  });

  test('not by a birth date that is none, nor by long texts', () => {
    const long = 'palabra '.repeat(LIMITS.searchableChars);
    expect(wordsOf({ birthDate: '1900-01-01', note: long })).toEqual([]);
  });

  test('by so many words and no more', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`a${index}`, `w${index}`]));
    expect(searchText({ source: 'crm', attributes: many, attachments: [] }).split(' ')).toHaveLength(
      LIMITS.searchWordsPerRecord,
    );
  });
});
