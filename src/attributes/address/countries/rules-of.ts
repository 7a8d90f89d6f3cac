import type { CountryRules } from './country-rules.types.js';
import { GENERAL, GENERAL_ES, GENERAL_PT, NUMBER_FIRST } from './general.js';
import { MEXICO } from './mexico.js';

const RULES: ReadonlyMap<string, CountryRules> = new Map<string, CountryRules>([
  ['MX', MEXICO],
  ...'VE BO PY PA CR GT HN SV NI DO PR CU GQ AR CO CL PE EC UY ES'
    .split(' ')
    .map((code) => [code, GENERAL_ES] as const),
  ...'PT AO MZ CV GW ST TL BR'.split(' ').map((code) => [code, GENERAL_PT] as const),
  ...'US CA GB IE AU NZ FR'.split(' ').map((code) => [code, NUMBER_FIRST] as const),
]);

/** How addresses of a country are written; the general form for countries without a table, and for none. */
export function rulesOf(country: string | null): CountryRules {
  return (country === null ? undefined : RULES.get(country)) ?? GENERAL;
}
