import type { AddressDraft } from './address-draft.js';
import { adminAreaName, findAdminArea, guessAdminArea } from './admin-areas.js';
import { foldName, foldWords } from './address-text.js';
import type { CountryRules, Role } from './countries/country-rules.types.js';
import { own } from './own.js';
import { readPostalCode } from './postal-code.js';
import { properCase } from './proper-case.js';
import { expandWords, readNumber, streetName, writtenNumber } from './read-street.js';
import { readUnits } from './read-units.js';

type Put = (text: string, draft: AddressDraft, rules: CountryRules) => void;

const place =
  (field: 'municipality' | 'locality' | 'dependentLocality' | 'settlement'): Put =>
  (text, draft, rules) =>
    draft.put(field, placeName(text, rules));

const PUT: Readonly<Record<Role, Put>> = {
  country: (text, draft) => {
    if (draft.country === null) draft.leave('country', text);
  },
  adminArea: putAdminArea,
  municipality: place('municipality'),
  city: place('municipality'),
  locality: place('locality'),
  dependentLocality: place('dependentLocality'),
  settlement: place('settlement'),
  streetType: (text, draft, rules) =>
    draft.put('streetType', own(rules.streetTypes, foldName(text)) ?? properCase(text)),
  street: (text, draft, rules) => draft.put('street', streetName(text, rules, draft.parts.streetType !== undefined)),
  number: putNumber,
  unit: putUnit,
  crossStreets: (text, draft) => void draft.crossings.push(...text.split(/\s*[,;]\s*/).filter((each) => each !== '')),
  postalCode: (text, draft, rules) => draft.put('postalCode', readPostalCode(text, rules.postalCode).text),
  reference: (text, draft) => void draft.references.push(text),
  line: (text, draft) => draft.unread(text),
};

/** Gives a tidy text to the field that its role names, in that field's standard form. */
export function putPart(role: Role, text: string, draft: AddressDraft, rules: CountryRules): void {
  PUT[role](text, draft, rules);
}

/** `COL. CENTRO` -> Centro, `fracc. las américas` -> Fraccionamiento las Américas. */
function placeName(text: string, rules: CountryRules): string {
  const words = text.split(' ');
  for (const length of [2, 1]) {
    if (words.length <= length) continue;
    const label = foldWords(words.slice(0, length).join(' '));
    const rest = words.slice(length).join(' ');
    const kind = own(rules.kinds, label);
    if (kind !== undefined) return `${kind[1]} ${expandWords(properCase(rest, true), rules)}`;
    const isLabel = own(rules.labels, label) !== undefined && /^(?:col|colonia|barrio|bo|bairro|distrito)$/.test(label);
    if (isLabel) return placeName(rest, rules);
  }
  return expandWords(properCase(text), rules);
}

function putAdminArea(text: string, draft: AddressDraft, rules: CountryRules): void {
  const { country } = draft;
  const code = country === null ? null : guessAdminArea(text, country, rules);
  const name = code === null || country === null ? properCase(text) : adminAreaName(code, country, rules);
  const known = draft.adminArea;
  if (known === null) {
    draft.adminArea = { code, name, origin: 'stated' };
    if (code === null && country !== null) draft.problem('UNKNOWN_SUBDIVISION', 'adminArea');
  } else if (known.code !== code || (code === null && foldWords(known.name) !== foldWords(name))) {
    draft.conflict('adminArea', text);
  }
}

/** A field for the number may hold what is inside, too: `12 Int. 4`, `Mz C Lt 4`. */
function putNumber(text: string, draft: AddressDraft, rules: CountryRules): void {
  const [first = '', ...others] = text.split(/\s*[,;]\s*/);
  const { units, left } = readUnits(first, rules, true);
  draft.units.push(...units);
  if (left !== '') draft.put('number', readNumber(left) ?? (/\d/.test(left) ? writtenNumber(left) : properCase(left)));
  for (const other of others) putUnit(other, draft, rules);
}

/** `piso 3 dpto b` -> Piso 3, Departamento B; what has no designator stays as it is. */
function putUnit(text: string, draft: AddressDraft, rules: CountryRules): void {
  for (const segment of text.split(/[,;]/)) {
    const { units, left } = readUnits(segment, rules, true);
    const bare = left.trim();
    if (bare !== '') draft.units.push(/\d/.test(bare) && !/\s/.test(bare) ? bare.toUpperCase() : properCase(bare));
    draft.units.push(...units);
  }
}

/** Whether a text is an area of the country, so that `NA` is Navarra and no placeholder. */
export function isAdminArea(text: string, draft: AddressDraft, rules: CountryRules): boolean {
  return draft.country !== null && findAdminArea(text, draft.country, rules) !== null;
}
