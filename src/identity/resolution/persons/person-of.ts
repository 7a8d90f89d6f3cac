import { readBirthDate } from './birth-date.js';
import type { Person } from './person.types.js';

/** What a record's attributes say about who the person is; unknown parts are empty. */
export function personOf(attributes: Readonly<Record<string, unknown>>): Person {
  return {
    given: tokens(attributes['givenName']),
    family: tokens(attributes['familyName']),
    birthDate: readBirthDate(attributes['birthDate']).date,
  };
}

function tokens(value: unknown): string[] {
  if (typeof value !== 'string') return [];
  return (
    value
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
