import type { Agreement, Person } from './person.types.js';

/** Compares the given names of two persons: agree, contradict, or unknown when one of them has none. */
export function compareGiven(a: Person, b: Person, _birth: Agreement): Agreement {
  if (a.given.length === 0 || b.given.length === 0) return 'UNKNOWN';
  return a.given.some((token) => b.given.includes(token)) ? 'AGREE' : 'CONTRADICT';
}
