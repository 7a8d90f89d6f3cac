import { iso31662 } from 'iso-3166';
import { editDistance } from '../../identity/resolution/persons/edit-distance.js';
import { foldWords } from './address-text.js';
import type { CountryRules } from './countries/country-rules.types.js';

interface Areas {
  /** Folded name, alias or code -> ISO 3166-2. */
  readonly byName: ReadonlyMap<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
  readonly parentOf: ReadonlyMap<string, string>;
}

/** Letters that a name must have for one typing error to be forgiven, and for two. */
const ONE_ERROR = 5;
const TWO_ERRORS = 9;
/** Words that say what an area is, in front of its name. */
const KIND =
  /^(?:el |la )?(?:estado|edo|est|state|provincia|prov|pcia|departamento|depto|dpto|region|comunidad|comunidad autonoma|comunidad de|entidad)(?: libre y soberano)?(?: de la| del| de los| de| do| da)? /;

const cache = new Map<string, Areas>();

function areasOf(country: string, rules: CountryRules): Areas {
  const known = cache.get(country);
  if (known) return known;
  const byName = new Map<string, string>();
  const nameOf = new Map<string, string>();
  const parentOf = new Map<string, string>();
  const own = iso31662.filter(({ code }) => code.startsWith(`${country}-`));
  for (const { code, name, parent } of own) {
    const [shown = name, ...aliases] = rules.adminAreas[code] ?? [];
    nameOf.set(code, shown);
    if (parent !== undefined && parent.includes('-')) parentOf.set(code, parent);
    if (Object.hasOwn(rules.adminAreas, code)) byName.set(foldWords(shown), code);
    for (const each of aliases) byName.set(each, code);
  }
  // The tables first, then ISO's own names, then codes: where two areas share a name, the first one keeps it.
  for (const { code, name } of own) {
    for (const each of isoNames(name)) if (!byName.has(each)) byName.set(each, code);
  }
  for (const { code } of own) {
    for (const each of [code, code.slice(country.length + 1)].map(foldWords))
      if (!byName.has(each)) byName.set(each, code);
  }
  const areas = { byName, nameOf, parentOf };
  cache.set(country, areas);
  return areas;
}

/** ISO writes Valenciana, Comunidad, and Distrito Nacional (Santo Domingo): folded, as people say them. */
function isoNames(name: string): string[] {
  const plain = name.replace(/\s*[([].*$/, '');
  const [head = '', tail] = plain.split(', ');
  return [name, plain, tail === undefined ? plain : `${tail} ${head}`].map(foldWords);
}

/** The name people use for an ISO 3166-2 code. */
export function adminAreaName(code: string, country: string, rules: CountryRules): string {
  return areasOf(country, rules).nameOf.get(code) ?? code;
}

/** Whether one area is the other or lies in it (a Spanish province in its community). */
export function isWithin(inner: string, outer: string, country: string, rules: CountryRules): boolean {
  return inner === outer || areasOf(country, rules).parentOf.get(inner) === outer;
}

/** ISO 3166-2 of a name, alias or code that is written without an error; null when unknown. */
export function findAdminArea(text: string, country: string, rules: CountryRules): string | null {
  const { byName } = areasOf(country, rules);
  const folded = foldWords(text);
  const glued = folded.replaceAll(' ', '');
  return (
    byName.get(folded) ?? byName.get(folded.replace(KIND, '')) ?? (glued.length <= 5 ? byName.get(glued) : null) ?? null
  );
}

/** As `findAdminArea`, forgiving one typing error in five letters and two in nine where only one name is that near. */
export function guessAdminArea(text: string, country: string, rules: CountryRules): string | null {
  const exact = findAdminArea(text, country, rules);
  if (exact !== null) return exact;
  const folded = foldWords(text).replace(KIND, '');
  if (folded.length < ONE_ERROR) return null;
  for (const max of folded.length >= TWO_ERRORS ? [1, 2] : [1]) {
    const near = new Set<string>();
    for (const [name, code] of areasOf(country, rules).byName) {
      if (name.length >= ONE_ERROR && editDistance(folded, name, max) <= max) near.add(code);
    }
    if (near.size === 1) return [...near][0] ?? null;
    if (near.size > 1) return null;
  }
  return null;
}
