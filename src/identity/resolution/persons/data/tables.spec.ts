import { describe, expect, test } from '@jest/globals';
import { comparePersons } from '../compare-persons.js';
import { COMPOUND_FORMS } from './compound-forms.js';
import { GIVEN_NAMES } from './given-names.js';
import { GIVEN_ABBREVIATIONS } from './name-parts.js';
import { spelledNames } from './name-variants.js';
import { FORMAL_NAMES } from './nicknames.js';
import { PLACEHOLDER_WORDS } from './placeholder-names.js';
import { SURNAME_ABBREVIATIONS, SURNAMES } from './surnames.js';

const TOKEN = /^[a-z]+$/;
const named = (given: string) => ({ given: given.split(' '), family: [], birthDate: null });
const nicknames = [...FORMAL_NAMES].flatMap(([nickname, names]) => names.map((name) => ({ nickname, name })));

describe('tables of names', () => {
  test('every entry is a comparable token', () => {
    const compound = [...COMPOUND_FORMS].flatMap(([form, meanings]) => [form, ...meanings.flat()]);
    const abbreviations = [...GIVEN_ABBREVIATIONS, ...SURNAME_ABBREVIATIONS].flat();
    const nicknamed = nicknames.flatMap(({ nickname, name }) => [nickname, name]);
    const all = [
      ...GIVEN_NAMES,
      ...SURNAMES,
      ...spelledNames(),
      ...PLACEHOLDER_WORDS,
      ...compound,
      ...abbreviations,
      ...nicknamed,
    ];
    expect(all.filter((entry) => !TOKEN.test(entry))).toEqual([]);
  });

  test('no spelling stands in two groups', () => {
    const spellings = [...spelledNames()];
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  test('no placeholder is a name', () => {
    expect([...PLACEHOLDER_WORDS].filter((word) => GIVEN_NAMES.has(word) || SURNAMES.has(word))).toEqual([]);
  });

  test('there are enough nicknames, and each agrees with its formal name', () => {
    expect(nicknames.length).toBeGreaterThan(800);
    const apart = nicknames.filter(({ nickname, name }) => comparePersons(named(nickname), named(name)) !== 'AGREE');
    expect(apart).toEqual([]);
  });

  test('each compound form agrees with what it stands for', () => {
    const pairs = [...COMPOUND_FORMS].flatMap(([form, meanings]) =>
      meanings.map((meaning) => [form, meaning.join(' ')]),
    );
    expect(pairs.filter(([form = '', name = '']) => comparePersons(named(form), named(name)) !== 'AGREE')).toEqual([]);
  });

  test('no two of the most used names agree', () => {
    const most =
      `maria ana jose juan luis carlos joao antonio francisco pedro miguel jorge manuel jesus rosa carmen laura marta
      lucia elena pablo diego andres sergio mario julia julio daniel daniela gabriel gabriela fernanda fernando paulo paula
      eduardo ricardo roberto alberto rafael patricia sandra monica claudia silvia teresa isabel`.split(/\s+/);
    const pairs = most.flatMap((a, index) => most.slice(index + 1).map((b) => [a, b]));
    expect(pairs.filter(([a = '', b = '']) => comparePersons(named(a), named(b)) === 'AGREE')).toEqual([]);
  });
});
