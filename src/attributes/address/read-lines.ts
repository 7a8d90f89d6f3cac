import { isEmptyWord } from '../../identifiers/placeholder.js';
import { foldName, foldWords } from './address-text.js';
import type { AddressDraft } from './address-draft.js';
import { findAdminArea } from './admin-areas.js';
import { countryNamed } from './country-of.js';
import type { CountryRules, Role } from './countries/country-rules.types.js';
import { own } from './own.js';
import { compactCode } from './postal-code.js';
import { putPart } from './put-part.js';
import { hasStreetType, readNumber, readStreet } from './read-street.js';
import { readUnits } from './read-units.js';
import { segmentsOf } from './segments.js';

const REFERENCE =
  /^(?:ref(?:erencias?)?\s*[.:]\s*|punto de referencia:?\s*|(?=(?:frente (?:a|al)|enfrente|en frente|al lado|a un costado|a (?:una?|dos|tres|media|\d+) (?:cuadras?|lados?|metros|mts|casas?)|junto (?:a|al)|cerca de|atr[aá]s de|detr[aá]s de|contiguo|diagonal a|pr[oó]ximo (?:a|ao)|em frente)(?![\p{L}])))/iu;
const CROSSING = /^(?:entre|e\/|esq(?:uina)?\.?|c\/?\s?esq\.?|casi|y)(?=[\s.])/i;

/**
 * Reads the lines of an address that say themselves what their parts are: by labels, by form, by their place.
 *
 * @param isStreet the lines come from a field for the street, so that their first part is it, whatever its name
 */
export function readLines(lines: readonly string[], isStreet: boolean, draft: AddressDraft, rules: CountryRules): void {
  const segments = lines.flatMap((line) => segmentsOf(line, rules));
  const plain = segments.filter((segment, at) => {
    if (isNothing(segment, draft, rules)) return false;
    return (isStreet && at === 0 && isStreetName(segment, draft, rules)) || !takeMarked(segment, draft, rules);
  });
  const plot = isPlot(segments[0], plain, rules);
  const first = draft.parts.street === undefined && !plot ? 1 : 0;
  while (plain.length > first || (!isStreet && plain.length === 1 && isPlace(plain[0] ?? '', draft, rules))) {
    const last = plain.pop() ?? '';
    const left = takePlace(last, draft, rules, plot ? plain.length + 1 : plain.length);
    if (left === null) continue;
    plain.push(left);
    break;
  }
  if (plain.length > 0 && (first === 1 || hasStreetType(plain[0] ?? '', rules))) {
    readStreet(plain.shift() ?? '', draft, rules);
  }
  for (const segment of plain) takeMiddle(segment, draft, rules);
}

/** In a field for the street, Casa Blanca is no house, and after its type a name may look like anything. */
function isStreetName(segment: string, draft: AddressDraft, rules: CountryRules): boolean {
  const { streetType, number } = draft.parts;
  if (rules.numberFirst === true && number !== undefined) return true;
  return streetType !== undefined || readUnits(segment, rules, true).left === '';
}

/** Whether a part stands for nothing (`N/A`), which is a problem but for the `S/N` of a house without number. */
function isNothing(segment: string, draft: AddressDraft, rules: CountryRules): boolean {
  if (!isEmptyWord(segment) || isPlace(segment, draft, rules)) return false;
  if (readNumber(segment) === null) draft.problem('PLACEHOLDER', 'rest');
  else draft.put('number', 'S/N');
  return true;
}

/** Whether an address has a plot or a village instead of a street: `Mz C Lt 4, Comas`, `Vereda El Salado, Envigado`. */
function isPlot(first: string | undefined, plain: readonly string[], rules: CountryRules): boolean {
  const [candidate] = plain;
  if (first === candidate || candidate === undefined) return false;
  return !/\d/.test(candidate) && !hasStreetType(candidate, rules);
}

/** A part that says what it is: `Col. Centro`, `CP 06000`, `entre A y B`, `Ref: …`, `Piso 3 Dpto B`. */
function takeMarked(segment: string, draft: AddressDraft, rules: CountryRules): boolean {
  const reference = REFERENCE.exec(segment);
  if (reference) draft.references.push(segment.slice(reference[0].length));
  else if (CROSSING.test(segment)) {
    const { units, left } = readUnits(segment, rules);
    draft.crossings.push(left);
    draft.units.push(...units);
  } else return takeUnits(segment, draft, rules) || takeLabelled(segment, draft, rules);
  return true;
}

function takeLabelled(segment: string, draft: AddressDraft, rules: CountryRules): boolean {
  const words = segment.split(/\s+/);
  for (const length of [2, 1]) {
    if (words.length <= length) continue;
    const label = foldWords(words.slice(0, length).join(' '));
    const value = words
      .slice(length)
      .join(' ')
      .replace(/^[.:#\s]+/, '');
    if (foldWords(value) === '') return false;
    const role = own(rules.labels, label);
    const kind = own(rules.kinds, label);
    if (role !== undefined) putLabelled(role, value, draft, rules);
    else if (kind !== undefined) putKind(kind, value, draft, rules);
    else continue;
    return true;
  }
  return false;
}

/** A settlement with the plot inside it: `AA.HH. Villa María Mz B Lt 10`. */
function putKind([role, word]: readonly [Role, string], value: string, draft: AddressDraft, rules: CountryRules): void {
  const { units, left } = readUnits(value, rules);
  const name = left === '' ? value : left;
  if (left !== '') draft.units.push(...units);
  putPart(role, `${word} ${name}`, draft, rules);
}

/** The label's value, and what follows a postal code without a comma: `CP 06000 Ciudad de México`. */
function putLabelled(role: Role, value: string, draft: AddressDraft, rules: CountryRules): void {
  const behind = role === 'postalCode' ? /^([\w-]*\d[\w-]*)\s+(\D.*)$/.exec(value) : null;
  const named = role === 'municipality' ? value.replace(/^(?:de|del|do|da)\s+(?=\S)/i, '') : value;
  putPart(role, behind?.[1] ?? named, draft, rules);
  if (behind?.[2] !== undefined && takePlace(behind[2], draft, rules, 2) !== null) draft.unread(behind[2]);
}

function takeUnits(segment: string, draft: AddressDraft, rules: CountryRules): boolean {
  const { units, left } = readUnits(segment, rules, true);
  if (left !== '' || units.length === 0) return false;
  draft.units.push(...units);
  return true;
}

/** Whether a text names a country or a state, so that it is no street. */
function isPlace(text: string, draft: AddressDraft, rules: CountryRules): boolean {
  return countryNamed(text) !== null || areaNamed(text, draft, rules) !== null;
}

/** A state by name or code; inside a line, one letter is more often something else. */
function areaNamed(text: string, { country }: AddressDraft, rules: CountryRules): string | null {
  return country === null || foldName(text).length < 2 ? null : findAdminArea(text, country, rules);
}

/** Takes what stands at the end of an address; gives back what it does not know. At 0 stands the street. */
function takePlace(text: string, draft: AddressDraft, rules: CountryRules, at: number): string | null {
  const { country } = draft;
  if (country === null) return text;
  if (!draft.countryRead && countryNamed(text) === country) {
    draft.countryRead = true;
    return null;
  }
  if (isKnown(text, draft)) return null;
  const area = draft.adminArea === null ? areaNamed(text, draft, rules) : null;
  if (area !== null) {
    putPart('adminArea', text, draft, rules);
    draft.areaText = text;
    return null;
  }
  const split = splitPostalCode(text, rules) ?? splitArea(text, draft, rules);
  if (split !== null && (at > 0 || split.role === 'postalCode')) {
    putPart(split.role, split.value, draft, rules);
    // Beside a code, Singapore is the city.
    if (rules.country === null && countryNamed(split.left) === country)
      putPart('municipality', split.left, draft, rules);
    return split.left === '' ? null : takePlace(split.left, draft, rules, at);
  }
  if (at < 1 || draft.parts.municipality !== undefined || /^\d/.test(text) || isCentre(text, draft)) return text;
  if (isInCityState(text, draft, rules) || (at === 1 && isInCapital(text, draft, rules))) {
    if (draft.parts.dependentLocality !== undefined) return text;
    putPart('dependentLocality', text, draft, rules);
  } else putPart('municipality', text, draft, rules);
  return null;
}

/** `Centro` is a colonia or bairro of every city, and a municipio in Tabasco alone. */
function isCentre(text: string, { adminArea }: AddressDraft): boolean {
  return /^(?:zona )?centro(?: historico)?$/.test(foldWords(text)) && adminArea?.code !== 'MX-TAB';
}

/** Whether the place is a part of a city that is its own state: Chapinero, Bogotá. */
function isInCityState(text: string, { adminArea }: AddressDraft, rules: CountryRules): boolean {
  const city = adminArea === null || adminArea.code === null ? undefined : own(rules.cityStates ?? {}, adminArea.code);
  if (city?.inner !== true) return false;
  return ![foldName(city.name), ...city.aliases, ...(city.inside ?? [])].includes(foldName(text));
}

/** Whether the only place is a part of the capital that the line ends with: Miraflores, Lima. */
function isInCapital(text: string, { adminArea, areaText }: AddressDraft, rules: CountryRules): boolean {
  if (rules.innerFirst !== true || adminArea === null || adminArea.code === null || areaText === null) return false;
  return rules.capitals?.includes(adminArea.code) === true && foldWords(text) !== foldWords(areaText);
}

/** Whether a line repeats the city or state; a state's name alone may be its capital's. */
function isKnown(text: string, draft: AddressDraft): boolean {
  const { municipality } = draft.parts;
  if (municipality === undefined) return false;
  return [municipality, draft.adminArea?.name].some(
    (each) => each !== undefined && foldWords(each) === foldWords(text),
  );
}

interface Split {
  readonly role: Role;
  readonly value: string;
  readonly left: string;
}

/** `06000 Ciudad de México`, `Puebla 72000`, `LE11 1UU`; `Lima 18` leaves Lima. */
function splitPostalCode(text: string, { postalCode }: CountryRules): Split | null {
  const words = text.split(' ');
  const isCode = (value: string): boolean => postalCode.pattern.test(compactCode(value));
  if (words.length === 2 && words.every((word) => /\d/.test(word)) && isCode(text)) {
    return { role: 'postalCode', value: text, left: '' };
  }
  const district = words.slice(-2).join(' ');
  if (words.length > 1 && /^\p{L}+ \d+$/u.test(district) && isCode(district)) {
    return { role: 'postalCode', value: district, left: words.slice(0, -1).join(' ') };
  }
  for (const at of [0, words.length - 1]) {
    const value = words[at] ?? '';
    if (!/\d{3}/.test(value) || !isCode(value)) continue;
    const left = words.filter((_, index) => index !== at).join(' ');
    return { role: 'postalCode', value, left: left.replace(/^[-\s]+|[-\s]+$/g, '') };
  }
  return null;
}

/** `São Paulo/SP`, `São Paulo-SP`, `Monterrey, N.L.` without its comma. */
function splitArea(text: string, draft: AddressDraft, rules: CountryRules): Split | null {
  const { country } = draft;
  if (draft.adminArea !== null || country === null) return null;
  const match = /^(.*\p{L})(?:\s*[/-]\s*|\s+)((?:\p{Lu}\p{L}{0,4}\.\s?){1,2}|\p{Lu}{2,4})$/u.exec(text);
  if (!match || findAdminArea(match[2] ?? '', country, rules) === null) return null;
  return { role: 'adminArea', value: match[2] ?? '', left: match[1] ?? '' };
}

/** A part between street and city: the house number, or the colonia, bairro or distrito. */
function takeMiddle(segment: string, draft: AddressDraft, rules: CountryRules): void {
  const { streetType = '', street = '' } = draft.parts;
  if ([street, `${streetType} ${street}`].some((known) => foldWords(known) === foldWords(segment))) return;
  const number = draft.parts.number === undefined ? readNumber(segment) : null;
  if (number !== null) draft.put('number', number);
  else if (
    /^\P{N}*\p{L}{2}/u.test(segment) &&
    (draft.parts.dependentLocality === undefined || draft.parts.settlement === undefined)
  ) {
    putPart('dependentLocality', segment, draft, rules);
  } else draft.unread(segment);
}

/** A field for the city that also holds its state or postal code: `Puebla, Pue.`, `São Paulo - SP`, `06000 CDMX`. */
export function readCity(text: string, draft: AddressDraft, rules: CountryRules): void {
  const [city = text, ...others] = segmentsOf(text, rules);
  for (const other of others.reverse()) {
    const left = takePlace(other, draft, rules, 1);
    if (left !== null) putPart('locality', left, draft, rules);
  }
  const split = splitPostalCode(city, rules) ?? splitArea(city, draft, rules);
  if (split !== null && split.left !== '') putPart(split.role, split.value, draft, rules);
  putPart('city', split !== null && split.left !== '' ? split.left : city, draft, rules);
}
