import { describe, expect, test } from '@jest/globals';
import { personOf } from './person-of.js';
import { NOBODY } from './person.types.js';

describe('personOf: full names', () => {
  test.each([
    ['Ana', 'ana', ''],
    ['Ana Gómez', 'ana', 'gomez'],
    ['Ana Gómez Ruiz', 'ana', 'gomez ruiz'],
    ['Ana Martín Ruiz', 'ana', 'martin ruiz'],
    ['Juan Carlos Pérez', 'juan carlos', 'perez'],
    ['Juan Carlos Pérez Gómez', 'juan carlos', 'perez gomez'],
    ['Xóchitl Citlali Gómez Ruiz', 'xochitl citlali', 'gomez ruiz'],
    ['María José', 'maria jose', ''],
    ['María del Carmen Ortega y Gasset', 'maria carmen', 'ortega gasset'],
    ['María de los Ángeles de la Torre', 'maria angeles', 'torre'],
    ['María de la Torre', 'maria', 'torre'],
    ['João da Silva dos Santos', 'joao', 'silva santos'],
    ['Pedro Silva Souza Lima', 'pedro', 'silva souza lima'],
    ['Costa e Silva, Artur da', 'artur', 'costa silva'],
    ['GARCÍA LÓPEZ, ANA MARÍA', 'ana maria', 'garcia lopez'],
    ['GARCIA LOPEZ ANA MARIA', 'ana maria', 'garcia lopez'],
    ['Dr. Luis Alonso Pérez Gómez', 'luis alonso', 'perez gomez'],
    ['Rosemary A Thomas', 'rosemary a', 'thomas'],
    ['Juan E. Pérez', 'juan e', 'perez'],
    ['Juan Pérez, Jr.', 'juan', 'perez +2'],
    ['José Souza Neto', 'jose', 'souza +3'],
    ['Ma. Fernanda Glez. Mtz.', 'maria fernanda', 'gonzalez martinez'],
    ['Gómez', '', 'gomez'],
    ['Consumidor Final', '', ''],
    ['Sr.', 'sr', ''],
  ])('%s', (fullName, given, family) => {
    const person = personOf({ fullName });
    expect([person.given.join(' '), person.family.join(' ')]).toEqual([given, family]);
    expect(personOf({ name: fullName })).toEqual(person);
  });
});

describe('personOf: parts', () => {
  test('all parts, in the order of a document', () => {
    const parts = { givenName: 'José', middleName: 'Luis', familyName: 'de la Peña', secondFamilyName: 'Núñez' };
    expect(personOf({ ...parts, birthDate: '1990-02-28' })).toEqual({
      given: ['jose', 'luis'],
      family: ['pena', 'nunez'],
      birthDate: '1990-02-28',
    });
  });

  test.each([
    [{ givenName: 'Ana Gómez Ruiz' }, 'ana', 'gomez ruiz'],
    [{ givenName: 'Ana Martínez' }, 'ana', 'martinez'],
    [{ givenName: 'Ana María' }, 'ana maria', ''],
    [{ givenName: 'Gómez, Ana' }, 'ana', 'gomez'],
    [{ familyName: 'Gómez, Ana' }, 'ana', 'gomez'],
    [{ givenName: 'Ana Gómez', familyName: 'Gómez' }, 'ana', 'gomez'],
    [{ fullName: 'Ana Paz Ruiz', familyName: 'Ruiz' }, 'ana', 'ruiz'],
    [{ givenName: 'Sin nombre', familyName: 'Gómez' }, '', 'gomez'],
    [{ givenName: 'Ana', familyName: 'Sin apellido' }, 'ana', ''],
    [{ givenName: 'No', familyName: 'Aplica' }, '', ''],
    [{ givenName: 'Carlos Junior', familyName: 'Lima' }, 'carlos', 'lima +2'],
    [{ givenName: 'Junior', familyName: 'Lima' }, 'junior', 'lima'],
    [{ givenName: 'Ana', familyName: 'Neto' }, 'ana', 'neto'],
    [{ givenName: 'Ana Ana', familyName: 'Paz' }, 'ana', 'paz'],
    [{ givenName: 7, familyName: ['Paz'] }, '', ''],
    [{}, '', ''],
  ])('%j', (attributes, given, family) => {
    const person = personOf(attributes);
    expect([person.given.join(' '), person.family.join(' ')]).toEqual([given, family]);
  });

  test('an organisation is nobody', () => {
    expect(personOf({ recordType: 'ORGANIZATION', fullName: 'Juan Pérez', birthDate: '1990-02-28' })).toEqual(NOBODY);
    expect(personOf({ organizationName: 'Universal Exports', birthDate: '1990-02-28' })).toEqual(NOBODY);
    expect(personOf({ organizationName: 'Universal Exports', givenName: 'Ana' }).given).toEqual(['ana']);
  });

  test('a date that cannot be used is unknown', () => {
    expect(personOf({ givenName: 'Ana', birthDate: '1900-01-01' }).birthDate).toBeNull();
    expect(personOf({ givenName: 'Ana', birthDate: '1990-02-31' }).birthDate).toBeNull();
  });

  test('a megabyte is cut, not read', () => {
    const person = personOf({ givenName: 'ana '.repeat(300_000), familyName: 'x'.repeat(1_000_000) });
    expect(person.given).toEqual(['ana']);
    expect(person.family).toEqual([]);
    expect(personOf({ givenName: 'Ana', familyName: 'xy'.repeat(1_000_000) }).family[0]).toHaveLength(40);
  });
});
