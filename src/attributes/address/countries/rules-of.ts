import { ARGENTINA } from './argentina.js';
import { BRAZIL } from './brazil.js';
import { CHILE } from './chile.js';
import { COLOMBIA } from './colombia.js';
import type { CountryRules } from './country-rules.types.js';
import { ECUADOR } from './ecuador.js';
import { GENERAL, GENERAL_ES, GENERAL_PT, NUMBER_FIRST } from './general.js';
import { MEXICO } from './mexico.js';
import { PERU } from './peru.js';
import { SPAIN } from './spain.js';
import { UNITED_STATES } from './united-states.js';
import { URUGUAY } from './uruguay.js';

const OWN = [ARGENTINA, BRAZIL, CHILE, COLOMBIA, ECUADOR, MEXICO, PERU, SPAIN, UNITED_STATES, URUGUAY];
const RULES: ReadonlyMap<string, CountryRules> = new Map<string, CountryRules>([
  ...'VE BO PY PA CR GT HN SV NI DO PR CU GQ'.split(' ').map((code) => [code, GENERAL_ES] as const),
  ...'PT AO MZ CV GW ST TL'.split(' ').map((code) => [code, GENERAL_PT] as const),
  // Where the house number comes first (common knowledge, unverified).
  ...'CA GB IE AU NZ FR'.split(' ').map((code) => [code, NUMBER_FIRST] as const),
  ...OWN.flatMap((rules) => (rules.country === null ? [] : [[rules.country, rules] as const])),
]);

/** How addresses of a country are written; the general form for countries without a table, and for none. */
export function rulesOf(country: string | null): CountryRules {
  return (country === null ? undefined : RULES.get(country)) ?? GENERAL;
}
