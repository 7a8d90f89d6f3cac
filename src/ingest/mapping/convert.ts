import { countryCode } from './countries.js';
import type { Mapping } from './mapping.types.js';

/** The conversions every mapping has; the others are its own tables. */
export const BUILT_IN_CONVERSIONS = ['country', 'upper', 'lower', 'digits', 'mailbox'] as const;

/** Key of a table's entry for values that it does not list. */
export const OTHERWISE = '*';
/** Value of that entry: keep them as they are. Without the entry, an unlisted value is left out with a warning. */
export const KEEP = 'keep';

export type Converted =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: 'INVALID_COUNTRY' | 'UNLISTED_VALUE' | 'NOTHING_LEFT'; readonly why: string };

const some = (value: string, what: string): Converted =>
  value ? { ok: true, value } : { ok: false, code: 'NOTHING_LEFT', why: `holds no ${what}` };

/** `Ana Gómez <ana@x.mx>` -> `ana@x.mx`; anything else as it is. */
function mailbox(value: string): string {
  return /<([^<>]+)>\s*$/.exec(value)?.[1]?.trim() ?? value;
}

function lookUp(table: ReadonlyMap<string, string>, name: string, value: string): Converted {
  const found = table.get(value.toLowerCase());
  if (found !== undefined) return { ok: true, value: found };
  const otherwise = table.get(OTHERWISE);
  if (otherwise === undefined)
    return { ok: false, code: 'UNLISTED_VALUE', why: `holds a value that table ${name} does not list` };
  return { ok: true, value: otherwise === KEEP ? value : otherwise };
}

/** Applies the conversion `name` (a table of the mapping or a built-in) to `value`. */
export function convert(name: string, value: string, tables: Mapping['tables']): Converted {
  const table = tables[name];
  if (table) return lookUp(table, name, value);
  switch (name) {
    case 'country': {
      const code = countryCode(value);
      return code ? { ok: true, value: code } : { ok: false, code: 'INVALID_COUNTRY', why: 'names no country' };
    }
    case 'upper':
      return { ok: true, value: value.toUpperCase() };
    case 'lower':
      return { ok: true, value: value.toLowerCase() };
    case 'digits':
      return some(value.replace(/\D+/g, ''), 'digit');
    case 'mailbox':
      return { ok: true, value: mailbox(value) };
    default:
      // parseMapping has refused every other name.
      throw new Error(`unknown conversion ${name}`);
  }
}
