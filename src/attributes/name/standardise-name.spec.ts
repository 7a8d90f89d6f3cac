import { describe, expect, test } from '@jest/globals';
import { nameCompleteness, nameKey } from './name-key.js';
import { standardiseName } from './standardise-name.js';

const read = (fullName: string, country?: string) => standardiseName({ fullName }, { country: country ?? null });

/** Full form, given names, surnames one by one, the main one. */
const EXAMPLES: readonly (readonly [
  country: string,
  written: string,
  full: string,
  given: string,
  surnames: string,
  main: string,
])[] = [
  [
    'MX',
    'MA. GUADALUPE HDEZ. DE LA CRUZ',
    'María Guadalupe Hernández de la Cruz',
    'María Guadalupe',
    'Hernández|de la Cruz',
    'Hernández',
  ],
  [
    'MX',
    'Fco. Javier Glez Mtz',
    'Francisco Javier González Martínez',
    'Francisco Javier',
    'González|Martínez',
    'González',
  ],
  ['MX', 'GARCIA LOPEZ, ANA MARIA', 'Ana Maria Garcia Lopez', 'Ana Maria', 'Garcia|Lopez', 'Garcia'],
  ['BR', 'JOÃO DA SILVA DOS SANTOS', 'João da Silva dos Santos', 'João', 'da Silva|dos Santos', 'dos Santos'],
  ['BR', 'Mª APARECIDA DE SOUZA', 'Maria Aparecida de Souza', 'Maria Aparecida', 'de Souza', 'de Souza'],
  ['BR', 'Carlos Alberto Lima Filho', 'Carlos Alberto Lima Filho', 'Carlos Alberto', 'Lima', 'Lima'],
  ['AR', 'María Elena Gómez de Pérez', 'María Elena Gómez de Pérez', 'María Elena', 'Gómez', 'Gómez'],
  ['AR', 'rosa sosa vda. de gómez', 'Rosa Sosa viuda de Gómez', 'Rosa', 'Sosa', 'Sosa'],
  ['CO', 'Luz Marina Restrepo', 'Luz Marina Restrepo', 'Luz Marina', 'Restrepo', 'Restrepo'],
  ['CO', 'QUINTERO ROJAS JUAN DAVID', 'Juan David Quintero Rojas', 'Juan David', 'Quintero|Rojas', 'Quintero'],
  ['CL', "Bernardo O'HIGGINS Riquelme", "Bernardo O'HIGGINS Riquelme", 'Bernardo', "O'HIGGINS|Riquelme", "O'HIGGINS"],
  ['CL', "BERNARDO O'HIGGINS RIQUELME", "Bernardo O'Higgins Riquelme", 'Bernardo', "O'Higgins|Riquelme", "O'Higgins"],
  ['PE', 'José MUÑOZ QUISPE', 'José Muñoz Quispe', 'José', 'Muñoz|Quispe', 'Muñoz'],
  ['PE', 'JosÃ© MuÃ±oz', 'José Muñoz', 'José', 'Muñoz', 'Muñoz'],
  ['EC', 'Dra. Carmen Zambrano Vera', 'Carmen Zambrano Vera', 'Carmen', 'Zambrano|Vera', 'Zambrano'],
  ['EC', 'Luis (Lucho) Vera Mora', 'Luis Vera Mora', 'Luis', 'Vera|Mora', 'Vera'],
  ['UY', 'Juan E. Pérez', 'Juan E. Pérez', 'Juan E.', 'Pérez', 'Pérez'],
  ['UY', 'Pedro Silva, Hijo', 'Pedro Silva Hijo', 'Pedro', 'Silva', 'Silva'],
  ['ES', 'José Ortega y Gasset', 'José Ortega y Gasset', 'José', 'Ortega|Gasset', 'Ortega'],
  [
    'ES',
    'Arturo Pérez-Reverte Gutiérrez',
    'Arturo Pérez-Reverte Gutiérrez',
    'Arturo',
    'Pérez-Reverte|Gutiérrez',
    'Pérez-Reverte',
  ],
  ['ES', 'ana ponce de león', 'Ana Ponce de León', 'Ana', 'Ponce|de León', 'Ponce'],
  ['ES', 'Van der Berg, Hans', 'Hans Van der Berg', 'Hans', 'Van der Berg', 'Van der Berg'],
];

describe('names of each country', () => {
  test.each(EXAMPLES)('%s: %s', (country, written, ...parts) => {
    const { name } = read(written, country);
    expect(name && [name.full, name.given, name.surnames.join('|'), name.mainSurname]).toEqual(parts);
    expect(name?.raw).toEqual({ fullName: written });
  });

  test.each(EXAMPLES)('%s: %s stays as it is when it is standardised again', (country, written) => {
    const once = read(written, country).name;
    const twice = read(once?.full ?? '', country).name;
    expect(twice?.full).toBe(once?.full);
    expect(twice && once && nameKey(twice) === nameKey(once)).toBe(true);
  });
});

describe('what surrounds a name', () => {
  test('titles and nicknames are set aside and kept', () => {
    expect(read('DRA. CARMEN ZAMBRANO').name).toMatchObject({ title: 'Dra.', full: 'Carmen Zambrano' });
    expect(read('José "Pepe" Vera').name).toMatchObject({ nickname: 'Pepe', full: 'José Vera' });
  });

  test("a husband's surname is no surname of hers", () => {
    expect(read('María Gómez de Pérez', 'AR').name).toMatchObject({ family: 'Gómez', married: 'de Pérez' });
    expect(read('Ana Ruiz viuda de Soto', 'MX').name).toMatchObject({ family: 'Ruiz', married: 'viuda de Soto' });
    expect(read('José Gómez de Pérez', 'AR').name).toMatchObject({ surnames: ['Gómez', 'de Pérez'], married: null });
    expect(read('María Silva de Souza', 'BR').name).toMatchObject({ surnames: ['Silva', 'de Souza'], married: null });
  });

  test.each([
    ['Carlos Lima Jr', 'Jr.'],
    ['Carlos Lima Neto', 'Neto'],
    ['CARLOS LIMA JÚNIOR', 'Júnior'],
    ['Carlos Lima iii', 'III'],
  ])('%s is told from his father', (written, generation) => {
    expect(read(written, 'BR').name).toMatchObject({ generation, family: 'Lima' });
  });

  test('the order of Portuguese surnames shows without a country', () => {
    expect(read('João Costa da Silva').name).toMatchObject({ surnameOrder: 'LAST', mainSurname: 'da Silva' });
    expect(read('Juan Costa Silva').name).toMatchObject({ surnameOrder: 'FIRST', mainSurname: 'Costa' });
  });
});

describe('fields', () => {
  test.each([
    [{ givenName: 'ANA', familyName: 'GÓMEZ', secondFamilyName: 'RUIZ' }, 'Ana Gómez Ruiz'],
    [{ givenName: 'Ana', familyName: 'GÓMEZ RUIZ' }, 'Ana Gómez Ruiz'],
    [{ givenName: 'JC', familyName: 'Ramírez' }, 'JC Ramírez'],
    [{ givenName: 'Ana Gómez', familyName: 'Gómez' }, 'Ana Gómez'],
    [{ familyName: 'García', secondFamilyName: 'García', givenName: 'Ana' }, 'Ana García García'],
    [{ familyName: 'Gómez Ruiz', secondFamilyName: 'Ruiz', givenName: 'Ana' }, 'Ana Gómez Ruiz'],
    [{ givenName: 'Ana', middleName: 'maría', familyName: 'Paz' }, 'Ana maría Paz'],
    [{ givenName: 'Ana', familyName: 'Sin apellido' }, 'Ana'],
    [{ givenName: 'Jos', familyName: 'Paz' }, 'Jos Paz'],
  ])('%j', (attributes, full) => {
    expect(standardiseName(attributes).name?.full).toBe(full);
  });
});

describe('wrong input', () => {
  test.each(['N/A', 'SIN NOMBRE', 'test', 'xxx', 'Consumidor Final', 'NO APLICA', 'null'])(
    '%s names nobody',
    (written) => {
      const reading = read(written);
      expect(reading).toMatchObject({ name: null, problems: ['PLACEHOLDER'], raw: { fullName: written } });
    },
  );

  test.each([
    ['Juan Mu?oz', ['LOST_LETTER']],
    ['Mar1a Paz', ['DIGIT']],
    ['Ana Paz 4421', ['UNREAD_TEXT']],
    [`Ana ${'Paz '.repeat(100)}`, ['TOO_LONG']],
  ])('%s is kept, and marked', (written, problems) => {
    expect(read(written).name?.problems).toEqual(problems);
    expect(read(written).raw).toEqual({ fullName: written });
  });

  test.each([[{}], [{ givenName: 7 }], [{ givenName: ' ' }], [{ recordType: 'ORGANIZATION', name: 'Juan Pérez' }]])(
    '%j names nobody',
    (attributes) => expect(standardiseName(attributes)).toEqual({ name: null, raw: {}, problems: [] }),
  );

  test('digits and signs alone are no name', () => {
    expect(read('12345')).toMatchObject({ name: null, problems: ['UNREAD_TEXT'] });
  });
});

describe('what names have in common', () => {
  const key = (written: string) => nameKey(read(written, 'MX').name ?? fail(written));
  test.each([
    ['MARIA JOSE GOMEZ', 'María José Gómez'],
    ['Ma. José Gómez', 'María José Gómez'],
    ['GÓMEZ, MARÍA JOSÉ', 'María José Gómez'],
    ['Dra. María José Gómez', 'María José Gómez'],
  ])('%s and %s are one name', (one, other) => expect(key(one)).toBe(key(other)));

  test.each([
    ['Ana Gómez', 'Ana Gómez Ruiz'],
    ['Carlos Lima', 'Carlos Lima Jr'],
    ['María Gómez', 'María Gómez de Pérez'],
  ])('%s and %s are two', (one, other) => expect(key(one)).not.toBe(key(other)));

  test('a longer name says more, an initial less than a name', () => {
    const completeness = (written: string) => nameCompleteness(read(written).name ?? fail(written));
    const ascending = ['Ana', 'Ana Gómez', 'Ana M. Gómez', 'Ana María Gómez', 'Ana María Gómez Ruiz'].map(completeness);
    expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
    expect(new Set(ascending).size).toBe(5);
  });
});

function fail(written: string): never {
  throw new Error(`${written} is no name`);
}
