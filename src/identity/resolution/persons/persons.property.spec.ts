import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparePersons } from './compare-persons.js';
import { COMPOUND_FORMS } from './data/compound-forms.js';
import { GIVEN_NAMES } from './data/given-names.js';
import { FORMAL_NAMES } from './data/nicknames.js';
import { SURNAMES } from './data/surnames.js';
import { groupsAgree, groupsContradict } from './groups.js';
import { parsePersonKey, personKey } from './person-key.js';
import { personOf } from './person-of.js';
import { NOBODY, type Person } from './person.types.js';

const seed = Number(process.env['FC_SEED'] ?? 20_260_131);
const run = { seed, numRuns: 2_000 };

const listed = fc.constantFrom(...GIVEN_NAMES, ...FORMAL_NAMES.keys(), ...COMPOUND_FORMS.keys());
const surname = fc.constantFrom(...SURNAMES);
const initial = fc.constantFrom('j', 'm', 'a', 'e');
const date = fc
  .tuple(fc.integer({ min: 1940, max: 2005 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));

/** Persons as they come: listed names, typing errors, other scripts, initials, nothing. */
const typo = fc.tuple(listed, fc.nat(), fc.constantFrom('', 'x', 'a', '?')).map(([name, at, letter]) => {
  const cut = at % name.length;
  return name.slice(0, cut) + letter + name.slice(cut + 1) || 'x';
});
const token = fc.oneof(listed, typo, initial, fc.constantFrom('王杰', 'александр', 'فيصل'));
const person: fc.Arbitrary<Person> = fc.record({
  given: fc.uniqueArray(token, { maxLength: 3 }),
  family: fc.uniqueArray(fc.oneof(surname, fc.constantFrom('+1', '+2')), { maxLength: 2 }),
  birthDate: fc.option(date),
});

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme' }));
const anyAttributes = fc.record(
  {
    givenName: fc.oneof(anyText, fc.anything()),
    middleName: anyText,
    familyName: fc.oneof(anyText, fc.anything()),
    fullName: fc.oneof(anyText, fc.anything()),
    birthDate: fc.oneof(anyText, fc.anything()),
  },
  { requiredKeys: [] },
);

describe(`comparison of persons (seed ${seed})`, () => {
  test('is symmetric', () => {
    fc.assert(
      fc.property(person, person, (a, b) => expect(comparePersons(a, b)).toBe(comparePersons(b, a))),
      { ...run, numRuns: 10_000 },
    );
  });

  test('a person with a given name agrees with itself, key and all', () => {
    const named = person.filter(({ given }) => given.some((name) => name.length > 1));
    fc.assert(
      fc.property(named, (a) => {
        expect(comparePersons(a, a)).toBe('AGREE');
        expect(comparePersons(a, parsePersonKey(personKey(a)))).toBe('AGREE');
      }),
      run,
    );
  });

  test('without a given name nothing agrees, not even nothing with nothing', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const nameless = { ...a, given: [] };
        expect(comparePersons(nameless, b)).not.toBe('AGREE');
        expect(comparePersons(nameless, nameless)).toBe('UNKNOWN');
        expect(comparePersons(NOBODY, b)).toBe('UNKNOWN');
      }),
      run,
    );
  });

  test('accents and case change nothing', () => {
    const accents = (name: string) => name.replace(/[aeioun]/g, (letter) => (letter === 'n' ? 'ñ' : `${letter}\u0301`));
    fc.assert(
      fc.property(fc.array(listed, { minLength: 1, maxLength: 3 }), surname, (names, familyName) => {
        const plain = personOf({ givenName: names.join(' '), familyName });
        for (const dress of [
          accents,
          (text: string) => text.toUpperCase(),
          (text: string) => accents(text).normalize(),
        ]) {
          expect(personOf({ givenName: dress(names.join(' ')), familyName: dress(familyName) })).toEqual(plain);
        }
      }),
      run,
    );
  });

  test('surnames never make a contradiction', () => {
    // Surnames that resemble no given name: a surname in the place of the given name is another matter.
    const family = fc.subarray(['zambrano', 'villarreal', 'etcheverry']);
    fc.assert(
      fc.property(person, person, family, family, (a, b, ofA, ofB) => {
        const marks = a.family.filter((name) => name.startsWith('+'));
        const other = { ...b, family: ofB };
        if (comparePersons({ ...a, family: marks }, other) === 'CONTRADICT') return;
        expect(comparePersons({ ...a, family: [...ofA, ...marks] }, other)).not.toBe('CONTRADICT');
      }),
      run,
    );
  });

  test('any text is read without an error, within limits, and its key reads back', () => {
    fc.assert(
      fc.property(anyAttributes, anyAttributes, (left, right) => {
        const [a, b] = [personOf(left), personOf(right)];
        expect(Math.max(a.given.length, a.family.length)).toBeLessThanOrEqual(9);
        expect(parsePersonKey(personKey(a))).toEqual(a);
        expect(personKey(a)).not.toMatch(/\p{Surrogate}/u);
        expect(['AGREE', 'CONTRADICT', 'UNKNOWN']).toContain(comparePersons(a, b));
      }),
      run,
    );
  });
});

describe(`groups of persons (seed ${seed})`, () => {
  const group = fc.array(person, { maxLength: 5 });

  test('contradict when some pair does and none agrees, and agree when some pair does', () => {
    fc.assert(
      fc.property(group, group, (left, right) => {
        const verdicts = left.flatMap((a) => right.map((b) => comparePersons(a, b)));
        expect(groupsAgree(left, right)).toBe(verdicts.includes('AGREE'));
        expect(groupsContradict(left, right)).toBe(verdicts.includes('CONTRADICT') && !verdicts.includes('AGREE'));
      }),
      run,
    );
  });
});
