import { convert } from './convert.js';
import type { Mapping } from './mapping.types.js';
import { cell, type Parts, type Row } from './row.js';

const PLACE = /\{([^{}|]+)(?:\|([^{}|]+))?\}/g;

export interface Place {
  readonly column: string;
  readonly as?: string;
}

/** The columns and conversions that a template such as `US-DL-{STATE|states}` uses. */
export function placesOf(template: string): Place[] {
  return [...template.matchAll(PLACE)].map(([, column = '', as]) => ({ column: column.trim(), as: as?.trim() }));
}

export type Filled = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly why: string };

/**
 * `template` with its places filled from `part`, else from the row's own columns (never from a sibling part: the country
 * of one passport is not the country of another). Fails when a place stays empty or cannot be converted.
 */
export function fill(template: string, mapping: Mapping, parts: Parts, part: Row): Filled {
  let why = '';
  const value = template.replace(PLACE, (_, column: string, as?: string) => {
    const name = column.trim();
    const text = cell(part, name, mapping.empty) ?? cell(parts.base, name, mapping.empty);
    if (text === undefined) {
      why ||= `column ${name} is empty`;
      return '';
    }
    const converted = as ? convert(as.trim(), text, mapping.tables) : ({ ok: true, value: text } as const);
    if (!converted.ok) why ||= `column ${name} ${converted.why}`;
    return converted.ok ? converted.value : '';
  });
  return why ? { ok: false, why } : { ok: true, value };
}
