import { describe, expect, test } from '@jest/globals';
import { tidyText } from './address-text.js';
import { properCase } from './proper-case.js';

describe('properCase', () => {
  test.each([
    ['LOMAS DE CHAPULTEPEC', 'Lomas de Chapultepec'],
    ['san josé del cabo', 'San José del Cabo'],
    ['JARDIM DAS AMÉRICAS', 'Jardim das Américas'],
    ['JUAN XXIII', 'Juan XXIII'],
    ["o'higgins", "O'Higgins"],
    ['CALLE 12B', 'Calle 12B'],
    ['5ta avenida', '5ta Avenida'],
    ['LA PAZ', 'La Paz'],
    ['SAN MARTÍN-NORTE', 'San Martín-Norte'],
    ['BR-101', 'BR-101'],
    ['SQS', 'SQS'],
    ['Colonia DEL Valle', 'Colonia DEL Valle'],
    ['McAllen', 'McAllen'],
    ['12', '12'],
  ])('%s becomes %s', (text, expected) => {
    expect(properCase(text)).toBe(expected);
  });

  test.each([
    ['DE LOS INSURGENTES', 'de los Insurgentes'],
    ['DEL SOL', 'del Sol'],
    ['LA PAZ', 'La Paz'],
    ['da independência', 'da Independência'],
  ])('after a street type %s becomes %s', (text, expected) => {
    expect(properCase(text, true)).toBe(expected);
  });
});

describe('tidyText', () => {
  test.each([
    ['MuÃ±oz', 'Muñoz'],
    ['CONCEIÃ‡ÃƒO', 'CONCEIÇÃO'],
    ['NÂº 5', 'Nº 5'],
    ['MuÃ\u0192Â±oz', 'Muñoz'],
    ['  San\u00a0\u200b  José\t 5 ', 'San José 5'],
    [', - Centro;', 'Centro'],
    ['Jose\u0301', 'José'],
    ['SÃO PAULO', 'SÃO PAULO'],
  ])('%j is %s', (text, expected) => {
    expect(tidyText(text)).toEqual({ ok: true, text: expected });
  });

  test.each([
    [' , ', 'EMPTY'],
    ['a\u0007', 'CONTROL_CHARACTER'],
    ['a'.repeat(501), 'TOO_LONG'],
  ])('%j is refused: %s', (text, fault) => {
    expect(tidyText(text)).toEqual({ ok: false, fault });
  });
});
