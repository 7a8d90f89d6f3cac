import { isEmptyWord } from '../../identifiers/placeholder.js';
import { foldWords, tidyText, trimmed } from './address-text.js';
import type {
  AddressField,
  AddressParts,
  AddressProblem,
  AddressProblemCode,
  AddressRest,
  AdminArea,
} from './address.types.js';

export type PartName = keyof AddressParts;

/** Where a second value of a field goes: an urbanización beside a barrio, a city beside its municipality. */
const OVERFLOW: Partial<Record<PartName, PartName>> = { dependentLocality: 'settlement', municipality: 'locality' };

/** A standard address in the making: each field takes its first value, and nothing that is given to it is lost. */
export class AddressDraft {
  country: string | null = null;
  /** A line named the country already: the next México is the state. */
  countryRead = false;
  /** How a line wrote the state at its end: the name of a city too, perhaps. */
  areaText: string | null = null;
  adminArea: AdminArea | null = null;
  readonly parts: Partial<Record<PartName, string>> = {};
  readonly units: string[] = [];
  readonly crossings: string[] = [];
  readonly references: string[] = [];
  readonly rest: AddressRest[] = [];
  readonly problems: AddressProblem[] = [];

  /** Gives a field its value; an equal one is no news, another one is in conflict with it. */
  put(field: PartName, written: string): void {
    const text = trimmed(written.normalize('NFC'));
    if (foldWords(text) === '') return;
    if (isEmptyWord(text) && field !== 'number') {
      this.problem('PLACEHOLDER', field);
      return;
    }
    const known = this.parts[field];
    if (known === undefined) {
      const over = OVERFLOW[field];
      if (over === undefined || !isSame(this.parts[over], text)) this.parts[field] = text;
    } else if (!isSame(known, text)) {
      const over = OVERFLOW[field];
      if (over !== undefined && (this.parts[over] === undefined || isSame(this.parts[over], text))) {
        this.parts[over] ??= text;
      } else this.conflict(field, text);
    }
  }

  conflict(field: AddressField, text: string): void {
    this.leave(field, text);
    this.problem('CONFLICTING_VALUES', field);
  }

  /** Keeps a text that no field takes, once. */
  leave(name: string | null, text: string): void {
    if (!this.rest.some((each) => each.name === name && each.text === text)) this.rest.push({ name, text });
  }

  unread(text: string): void {
    this.leave(null, text);
    this.problem('UNREAD_TEXT', 'rest');
  }

  problem(code: AddressProblemCode, field: AddressField): void {
    if (!this.problems.some((each) => each.code === code && each.field === field)) this.problems.push({ code, field });
  }

  /** A tidy text, or null with the problem noted. A placeholder is no value, unless `keep` knows it (`NA` is Navarra). */
  tidy(raw: string, field: AddressField, keep?: (text: string) => boolean): string | null {
    const tidied = tidyText(raw);
    if (!tidied.ok) {
      if (tidied.fault !== 'EMPTY') this.problem(tidied.fault, field);
      return null;
    }
    if (!isEmptyWord(tidied.text) || keep?.(tidied.text) === true) return tidied.text;
    this.problem('PLACEHOLDER', field);
    return null;
  }
}

/** Whether two texts are one value in two spellings. */
function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && (a === b || (foldWords(a) === foldWords(b) && foldWords(a) !== ''));
}
