import { COMPOUND_FORMS } from './data/compound-forms.js';
import { isGenerationMark } from './generation.js';
import { fusedNames, nameToken, type NameToken } from './name-token.js';
import type { Person } from './person.types.js';

/** One person's names, looked up. */
export interface Names {
  /** A short form was read as this compound name, which only the whole compound confirms. */
  readonly isReading?: boolean;
  /** Given names as written, initials in their places. */
  readonly written: readonly string[];
  /** Given names of two or more letters. */
  readonly full: readonly NameToken[];
  readonly initials: readonly string[];
  readonly family: readonly NameToken[];
}

/** Persons are compared with many others: their names are looked up once for as long as they are in use. */
const lookedUp = new WeakMap<Person, readonly Names[]>();

/** The ways to read a person's given names: as written, and as what a short or fused form stands for. */
export function readingsOf(person: Person): readonly Names[] {
  const before = lookedUp.get(person);
  if (before) return before;
  const names = readings(namesOf(person));
  lookedUp.set(person, names);
  return names;
}

function namesOf(person: Person): Names {
  return {
    written: person.given,
    full: person.given.filter((token) => token.length > 1).map(nameToken),
    initials: person.given.filter((token) => token.length === 1),
    family: person.family.filter((token) => token.length > 1 && !isGenerationMark(token)).map(nameToken),
  };
}

/** The name as written, and what a short or fused compound (majo, anamaria) stands for. */
function readings(names: Names): Names[] {
  const [only] = names.full;
  if (!only || names.full.length > 1) return [names];
  const fused = fusedNames(only);
  const fusedReading = fused ? [{ ...names, full: fused.map(nameToken) }] : [];
  const meanings = COMPOUND_FORMS.get(only.text) ?? [];
  return [
    names,
    ...fusedReading,
    ...meanings.map((meaning) => ({ ...names, full: meaning.map(nameToken), isReading: true })),
  ];
}
