import { describe, expect, test } from '@jest/globals';
import { readTerms } from './read-terms.js';

const words = (text: string) => readTerms(text).map((term) => term.words.join('|') + (term.loose ? '~' : ''));

describe('what somebody types', () => {
  test.each<[string, string[]]>([
    ['Ana Gómez', ['ana~', 'gomez~']],
    ['  MUÑOZ,  José  ', ['munoz~', 'jose~']],
    ['ana ana', ['ana~']],
    ['Ana.Gomez@Gmail.com', ['ana.gomez@gmail.com']],
    ['Ana <ana@correo.mx>', ['ana@correo.mx', 'ana~']],
    ['28/02/1990', ['19900228']],
    ['1990-02-28 Puebla', ['19900228', 'puebla~']],
    ['03/04/1990', ['19900403|19900304']],
    ['+52 (55) 1234-5678', ['525512345678~']],
    ['55 1234 5678', ['5512345678~']],
    ['0044 20 7946 0958', ['00442079460958|442079460958~']],
    ['11.222.333-4', ['112223334~']],
    ['Av. Juárez 12', ['av~', 'juarez~', '12~']],
    ['A123', ['a123~']],
    ['Straße', ['strasse~']],
    ['@', []],
    ['-- ?? !!', []],
  ])('%s', (text, terms) => {
    expect(words(text)).toEqual(terms);
  });

  test('has a limit', () => {
    expect(readTerms(Array.from({ length: 50 }, (_, index) => `w${index}`).join(' '))).toHaveLength(10);
  });
});
