import { compareBirthDates } from './birth-date.js';
import { compareGiven } from './compare-given.js';
import type { Agreement, Person } from './person.types.js';

/**
 * Compares two persons: they contradict when their given names or their birth dates do, agree when the given names agree
 * and the birth dates do not contradict, and are unknown otherwise (design: "Persons").
 */
export function comparePersons(a: Person, b: Person): Agreement {
  const birth = compareBirthDates(a.birthDate, b.birthDate);
  if (birth === 'CONTRADICT') return 'CONTRADICT';
  return compareGiven(a, b, birth);
}
