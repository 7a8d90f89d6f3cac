import { describe, expect, test } from '@jest/globals';
import { luceneQuery } from './lucene.js';
import { holdsAll } from './matches.js';
import { readTerms } from './read-terms.js';

const query = (text: string, sources: string[] | null = null) => luceneQuery(readTerms(text), sources);

describe('the query of the index', () => {
  test.each([
    ['ana', '+(ana^4 ana*^2)'],
    ['gomez', '+(gomez^4 gomez*^2 gomez~1)'],
    ['guadalupe', '+(guadalupe^4 guadalupe*^2 guadalupe~2)'],
    ['a b', '+(a^4) +(b^4)'],
    ['12345', '+(12345^4 12345*^2)'],
    ['ana@correo.mx', '+(ana\\@correo\\.mx^4)'],
    ['03/04/1990', '+(19900403^4 19900304^4)'],
  ])('%s', (text, lucene) => {
    expect(query(text)).toBe(lucene);
  });

  test('asks for some sources only, which do not count for the rank', () => {
    expect(query('ana', ['crm', 'a b'])).toBe('+(ana^4 ana*^2) +(source\\=crm^0 source\\=a\\%20b^0)');
  });

  test.each(['a"b', 'x) OR (source:y', '* ~ ^ \\', 'a:b [1 TO 2] {} && || ! - +', 'éñ"*'])(
    'takes %s as it is',
    (text) => {
      const bare = query(text).replace(/\+\([^()]*\)/g, '');
      expect(bare.trim()).toBe('');
      expect(query(text)).not.toMatch(/["[\]{}:!&|]|\bOR\b|\bTO\b/);
    },
  );
});

describe('words that hold every term', () => {
  const held = new Set(['ana', 'gomez', 'puebla', 'ana@correo.mx', '525512345678', '5512345678']);
  test.each<[string, boolean]>([
    ['Ana Gómez Puebla', true],
    ['Ana Pue', true],
    ['Ana Gomes', true],
    ['Ana Gmoez', true],
    ['Ana Gmose', false],
    ['Aana', true],
    ['Luis', false],
    ['Ana Luis', false],
    ['55 1234 5678', true],
    ['55 1234 5679', false],
    ['ana@correo.mx', true],
    ['ana@correo.m', false],
  ])('%s: %s', (text, holds) => {
    expect(holdsAll(readTerms(text), held)).toBe(holds);
  });
});
