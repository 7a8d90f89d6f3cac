import type { PostalCodeRules } from './countries/country-rules.types.js';

export interface PostalCodeReading {
  /** In the country's way of writing; as written where it is not of the country's form. */
  readonly text: string;
  readonly ok: boolean;
  /** ISO 3166-2 codes that it lies in; empty where it says nothing. */
  readonly areas: readonly string[];
}

/** Reads a postal code. A zero that a spreadsheet took from the front of an all-digit code is put back. */
export function readPostalCode(text: string, rules: PostalCodeRules): PostalCodeReading {
  const compact = restored(compactCode(text), rules);
  if (!rules.pattern.test(compact)) return { text, ok: false, areas: [] };
  if (rules.asWritten === true) return { text: text.toUpperCase(), ok: true, areas: [] };
  return { text: rules.write?.(compact) ?? compact, ok: true, areas: rules.areas?.(compact) ?? [] };
}

/** Upper case, without blanks, dots and dashes. */
export function compactCode(text: string): string {
  return text.toUpperCase().replace(/[\s.\-–]/gu, '');
}

function restored(compact: string, { digits }: PostalCodeRules): string {
  return digits !== undefined && /^\d+$/.test(compact) && compact.length === digits - 1 ? `0${compact}` : compact;
}

/** Areas by the first two digits: `'20': ['MX-AGU']`, ranges as `'21-22'`. */
export function areasByPrefix(
  table: Readonly<Record<string, readonly string[]>>,
): (compact: string) => readonly string[] {
  const byPrefix = new Map<string, readonly string[]>();
  for (const [range, areas] of Object.entries(table)) {
    const [from = '', to = from] = range.split('-');
    if (!/\d/.test(from)) byPrefix.set(from, areas);
    for (let prefix = Number(from); prefix <= Number(to); prefix += 1) {
      byPrefix.set(String(prefix).padStart(from.length, '0'), areas);
    }
  }
  const lengths = [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))].sort((a, b) => b - a);
  return (compact) => lengths.map((length) => byPrefix.get(compact.slice(0, length))).find((areas) => areas) ?? [];
}
