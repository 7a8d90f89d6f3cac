import { comparePersons } from './compare-persons.js';
import { personKey } from './person-key.js';
import type { Person } from './person.types.js';

/** Whether two groups contradict each other: some pair of their persons does, and none agrees. */
export function groupsContradict(left: readonly Person[], right: readonly Person[]): boolean {
  const others = distinct(right);
  let contradicts = false;
  for (const a of distinct(left)) {
    for (const b of others) {
      const agreement = comparePersons(a, b);
      if (agreement === 'AGREE') return false;
      if (agreement === 'CONTRADICT') contradicts = true;
    }
  }
  return contradicts;
}

/** Whether some person of one group agrees with some person of the other (for a guard set to "agreement"). */
export function groupsAgree(left: readonly Person[], right: readonly Person[]): boolean {
  const others = distinct(right);
  return distinct(left).some((a) => others.some((b) => comparePersons(a, b) === 'AGREE'));
}

function distinct(persons: readonly Person[]): readonly Person[] {
  if (persons.length < 2) return persons;
  return [...new Map(persons.map((person) => [personKey(person), person])).values()];
}
