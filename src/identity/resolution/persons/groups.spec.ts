import { describe, expect, test } from '@jest/globals';
import { groupsAgree, groupsContradict } from './groups.js';
import { isUnknown, parsePersonKey, personKey } from './person-key.js';
import { personOf } from './person-of.js';
import { NOBODY } from './person.types.js';

const ana = personOf({ givenName: 'Ana', familyName: 'Paz', birthDate: '1990-02-13' });
const luis = personOf({ givenName: 'Luis', familyName: 'Paz' });
const anita = personOf({ givenName: 'Anita' });
const initial = personOf({ givenName: 'A.', familyName: 'Paz' });

describe('groups', () => {
  test('a household contradicts', () => {
    expect(groupsContradict([ana], [luis])).toBe(true);
    expect(groupsAgree([ana], [luis])).toBe(false);
  });

  test('one agreeing pair outweighs contradictions', () => {
    expect(groupsContradict([ana], [luis, anita])).toBe(false);
    expect(groupsAgree([ana], [luis, anita])).toBe(true);
  });

  test('an initial outweighs nothing', () => {
    expect(groupsContradict([ana, initial], [luis])).toBe(true);
    expect(groupsContradict([ana], [luis, initial])).toBe(true);
  });

  test('groups of unknown persons neither contradict nor agree', () => {
    expect(groupsContradict([NOBODY], [ana, luis])).toBe(false);
    expect(groupsAgree([NOBODY], [NOBODY])).toBe(false);
    expect(groupsContradict([], [ana])).toBe(false);
  });
});

describe('personKey', () => {
  test('is compact and reads back', () => {
    const person = personOf({ givenName: 'María José', familyName: 'Gómez Ruiz', birthDate: '1990-02-28' });
    expect(personKey(person)).toBe('maria jose|gomez ruiz|1990-02-28');
    expect(parsePersonKey(personKey(person))).toEqual(person);
    expect(parsePersonKey(personKey(NOBODY))).toEqual(NOBODY);
  });

  test('a text that is no key is refused and not echoed', () => {
    expect(() => parsePersonKey('secret')).toThrow(/^not a person key$/);
    expect(() => parsePersonKey('a|b|c|d')).toThrow(RangeError);
  });

  test('a person is unknown without given name and birth date', () => {
    expect(isUnknown(NOBODY)).toBe(true);
    expect(isUnknown(personOf({ familyName: 'Paz' }))).toBe(true);
    expect(isUnknown(ana)).toBe(false);
  });
});
