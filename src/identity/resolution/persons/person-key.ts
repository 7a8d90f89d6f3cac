import type { Person } from './person.types.js';

/**
 * A compact text that two persons share exactly when they are the same to every comparison:
 * `maria jose|gomez ruiz|1990-02-28`. A customer carries the keys of the distinct persons that its records name.
 */
export function personKey(person: Person): string {
  return `${person.given.join(' ')}|${person.family.join(' ')}|${person.birthDate ?? ''}`;
}

/** The person that a key stands for. @throws RangeError when the text is not a person key (it is not echoed). */
export function parsePersonKey(key: string): Person {
  const parts = key.split('|');
  const [given, family, birthDate] = parts;
  if (parts.length !== 3 || given === undefined || family === undefined || birthDate === undefined) {
    throw new RangeError('not a person key');
  }
  return { given: words(given), family: words(family), birthDate: birthDate === '' ? null : birthDate };
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** Whether the record says neither a given name nor a birth date, so that no comparison can agree or contradict. */
export function isUnknown(person: Person): boolean {
  return person.given.length === 0 && person.birthDate === null;
}
