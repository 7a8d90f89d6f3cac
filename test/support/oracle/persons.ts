import type { Agreement, Person } from '../../../src/identity/resolution/persons/person.types.js';

/**
 * Compares two persons whose names are so plain that equality is the whole comparison: the generators use only names
 * and birth dates that are either the same or clearly different (no nicknames, initials or typos).
 */
export function comparePlainPersons(a: Person, b: Person): Agreement {
  const names = compareKnown(a.given.join(' '), b.given.join(' '));
  const births = compareKnown(a.birthDate ?? '', b.birthDate ?? '');
  if (names === 'CONTRADICT' || births === 'CONTRADICT') return 'CONTRADICT';
  return names;
}

function compareKnown(a: string, b: string): Agreement {
  if (a === '' || b === '') return 'UNKNOWN';
  return a === b ? 'AGREE' : 'CONTRADICT';
}
