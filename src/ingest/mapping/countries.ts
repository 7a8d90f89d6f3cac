import { iso31661, iso31661Alpha3ToAlpha2 } from 'iso-3166';

/** Languages in which sources of the market write the names of countries. */
const LANGUAGES = ['en', 'es', 'pt'] as const;

/** Lower case, no accents, no punctuation: what spellings of a country's name share. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Names, alpha-2 and alpha-3 codes -> alpha-2. Names from ISO 3166-1 and from Unicode CLDR (`Intl.DisplayNames`). */
function buildIndex(): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const { alpha2, name } of iso31661) {
    index.set(fold(name), alpha2);
    for (const language of LANGUAGES) {
      const local = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(alpha2);
      if (local) index.set(fold(local), alpha2);
    }
  }
  for (const [alpha3, alpha2] of Object.entries(iso31661Alpha3ToAlpha2)) index.set(alpha3.toLowerCase(), alpha2);
  for (const { alpha2 } of iso31661) index.set(alpha2.toLowerCase(), alpha2);
  return index;
}

let index: ReadonlyMap<string, string> | undefined;

/**
 * ISO 3166-1 alpha-2 code of a country written as alpha-2, alpha-3 or by its name in English, Spanish or Portuguese
 * (case, accents and punctuation do not matter); null when it is none of these.
 */
export function countryCode(text: string): string | null {
  index ??= buildIndex();
  return index.get(fold(text)) ?? null;
}
