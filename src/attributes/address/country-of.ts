import { iso31661, iso31661Alpha3ToAlpha2 } from 'iso-3166';
import { foldName } from './address-text.js';
import { own } from './own.js';

/** Languages in which forms of the region name countries; the names are those of Unicode CLDR, which Node.js carries. */
const LANGUAGES = ['es', 'pt', 'en'];
/** Names in use that neither ISO 3166-1 nor CLDR has. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  mex: 'MX',
  mexicana: 'MX',
  estadosunidosmexicanos: 'MX',
  republicamexicana: 'MX',
  republicaargentina: 'AR',
  republicadecolombia: 'CO',
  republicadechile: 'CL',
  republicadelperu: 'PE',
  republicadelecuador: 'EC',
  uruguai: 'UY',
  republicaorientaldeluruguay: 'UY',
  reinodeespana: 'ES',
  eeuu: 'US',
  eua: 'US',
  usa: 'US',
  estadosunidosdeamerica: 'US',
  unitedstatesofamerica: 'US',
  uk: 'GB',
  inglaterra: 'GB',
  holanda: 'NL',
  rd: 'DO',
};

const CODES: ReadonlySet<string> = new Set(iso31661.map(({ alpha2 }) => alpha2));
const NAMES: ReadonlyMap<string, string> = new Map([...knownNames(), ...Object.entries(OTHER_NAMES)]);

function knownNames(): (readonly [string, string])[] {
  const displays = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  return iso31661.flatMap(({ alpha2, name }) =>
    [name, ...displays.map((display) => display.of(alpha2))].flatMap((each) =>
      each === undefined ? [] : [[foldName(each), alpha2] as const],
    ),
  );
}

/** ISO 3166-1 alpha-2 of a code of two or three letters, or of a name in Spanish, Portuguese or English; null when unknown. */
export function countryOf(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (CODES.has(code)) return code;
  return own(iso31661Alpha3ToAlpha2, code) ?? countryNamed(text);
}

/** By name alone: inside a line, two letters are more often a state. */
export function countryNamed(text: string): string | null {
  return NAMES.get(foldName(text)) ?? null;
}
