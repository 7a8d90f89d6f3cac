import { compareBirthDates } from './birth-date.js';
import { compareGiven } from './compare-given.js';
import { compareGenerations } from './generation.js';
import type { Agreement, Person } from './person.types.js';

/**
 * Compares two persons: they contradict when their given names or their birth dates do, agree when the given names agree
 * and the birth dates do not contradict, and are unknown otherwise (design: "Persons"). Where both name a generation
 * (Jr, Sr, Neto), two different ones contradict; where one does, only the birth date can make them agree. Symmetric.
 */
export function comparePersons(a: Person, b: Person): Agreement {
  const birth = compareBirthDates(a.birthDate, b.birthDate);
  if (birth === 'CONTRADICT') return 'CONTRADICT';
  const given = compareGiven(a, b, birth);
  if (given === 'CONTRADICT') return 'CONTRADICT';
  const generation = compareGenerations(a, b);
  if (generation === 'CONTRADICT') return 'CONTRADICT';
  return given === 'AGREE' && generation === 'UNKNOWN' && birth !== 'AGREE' ? 'UNKNOWN' : given;
}
