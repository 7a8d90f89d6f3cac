/** People and households, before anybody has written them down. */
import { namesOf } from './names.mjs';
import { nationalId } from './national-ids.mjs';
import { mobile } from './phones.mjs';

/**
 * @typedef {object} Person
 * @property {string} country ISO 3166-1 alpha-2
 * @property {'male' | 'female'} sex
 * @property {string[]} given
 * @property {string[]} surnames
 * @property {string} birthDate `YYYY-MM-DD`
 * @property {{ namespace: string, value: string }} nationalId
 * @property {string} phone national number
 * @property {string} email
 * @property {string} device
 * @property {string} subject of the single sign-on
 * @property {string} card of the loyalty programme
 * @property {Address} address
 *
 * @typedef {{ street: string, number: string, city: string, region: string, postalCode: string, country: string }} Address
 */

/** Countries in proportion to their people, roughly. */
const COUNTRIES = [...'MX '.repeat(28), ...'BR '.repeat(30), ...'CO '.repeat(12), ...'AR '.repeat(11)]
  .join('')
  .concat('ES '.repeat(8), 'PE '.repeat(5), 'CL '.repeat(4), 'EC '.repeat(2), 'UY ')
  .trim()
  .split(' ');

/** City, region (ISO 3166-2 without the country), first digits of a postal code. */
const CITIES = {
  MX: [
    ['Ciudad de México', 'CMX', '06'],
    ['Guadalajara', 'JAL', '44'],
    ['Monterrey', 'NLE', '64'],
    ['Puebla', 'PUE', '72'],
  ],
  BR: [
    ['São Paulo', 'SP', '01'],
    ['Rio de Janeiro', 'RJ', '20'],
    ['Salvador', 'BA', '40'],
    ['Belo Horizonte', 'MG', '30'],
  ],
  CO: [
    ['Bogotá', 'DC', '11'],
    ['Medellín', 'ANT', '05'],
    ['Cali', 'VAC', '76'],
  ],
  AR: [
    ['Buenos Aires', 'C', '14'],
    ['Córdoba', 'X', '50'],
    ['Rosario', 'S', '20'],
    ['Mendoza', 'M', '55'],
  ],
  ES: [
    ['Madrid', 'MD', '28'],
    ['Barcelona', 'CT', '08'],
    ['Sevilla', 'AN', '41'],
  ],
  PE: [
    ['Lima', 'LMA', '15'],
    ['Arequipa', 'ARE', '04'],
  ],
  CL: [
    ['Santiago', 'RM', '83'],
    ['Valparaíso', 'VS', '23'],
  ],
  EC: [
    ['Quito', 'P', '17'],
    ['Guayaquil', 'G', '09'],
  ],
  UY: [
    ['Montevideo', 'MO', '11'],
    ['Salto', 'SA', '50'],
  ],
};
const STREETS = [
  'Juárez',
  'Hidalgo',
  'San Martín',
  'Bolívar',
  'Independencia',
  'Libertad',
  '5 de Mayo',
  'Colón',
  'Sucre',
  'Mayor',
];
const POSTAL_DIGITS = { MX: 5, BR: 8, CO: 6, AR: 4, ES: 5, PE: 5, CL: 7, EC: 6, UY: 5 };
const MAILS = [
  'gmail.com',
  'gmail.com',
  'hotmail.com',
  'yahoo.com',
  'outlook.com',
  'live.com.mx',
  'uol.com.br',
  'terra.com.ar',
];

/** @typedef {import('./random.mjs').Random} Random */

/** @param {Random} random */
const pickCountry = (random) => random.pick(COUNTRIES);

/** @param {Random} random @param {string} country @returns {Address} */
function address(random, country) {
  const known = /** @type {keyof typeof CITIES} */ (country);
  const [city = '', region = '', prefix = ''] = random.pick(CITIES[known]);
  const kind = country === 'CO' ? 'Carrera' : country === 'BR' ? 'Rua' : random.chance(0.4) ? 'Avenida' : 'Calle';
  const street = country === 'CO' ? `${kind} ${random.between(1, 120)}` : `${kind} ${random.pick(STREETS)}`;
  const postalCode = prefix + random.digits(POSTAL_DIGITS[known] - 2);
  return { street, number: String(random.between(1, 2_500)), city, region, postalCode, country };
}

/** @param {Random} random @param {number} from @param {number} to years */
function birthDate(random, from, to) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${random.between(from, to)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

/** @param {Random} random @param {string} country @param {'male' | 'female'} sex @returns {string[]} */
function givenNames(random, country, sex) {
  const names = namesOf(country)[sex];
  const first = names.pick(random);
  const second = random.chance(0.45) ? names.pick(random) : first;
  return second === first ? [first] : [first, second];
}

/** Names come again and again; taking their accents off is what takes time. @type {Map<string, string>} */
const mailNames = new Map();

/** @param {string} name */
function mailName(name) {
  const known = mailNames.get(name);
  if (known !== undefined) return known;
  const made = name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  mailNames.set(name, made);
  return made;
}

/** @param {Random} random @param {string[]} given @param {string[]} surnames @param {string} birth */
function email(random, given, surnames, birth) {
  const [first, last] = [mailName(given[0] ?? 'x'), mailName(surnames[0] ?? 'x')];
  const digits = random.chance(0.5) ? birth.slice(2, 4) + random.below(100) : String(random.below(100_000));
  const name = random.chance(0.5) ? `${first}.${last}` : `${first[0]}${last}`;
  return `${name}${digits}@${random.pick(MAILS)}`;
}

/** All texts of four hexadecimal digits: writing numbers in base 16 is what took most of the time. */
const HEX = Array.from({ length: 0x1_0000 }, (_, value) => value.toString(16).padStart(4, '0'));
/** @param {Random} random */
const hex = (random) => HEX[random.below(0x1_0000)] ?? '';

/** A version 4 UUID, as advertising ids are. @param {Random} random */
const uuid = (random) =>
  `${hex(random)}${hex(random)}-${hex(random)}-4${hex(random).slice(1)}-a${hex(random).slice(1)}-${hex(random)}${hex(random)}${hex(random)}`;

/**
 * A person; `known` fixes what the household or a relative decides.
 * @param {Random} random
 * @param {Partial<Person>} known
 * @returns {Person}
 */
export function person(random, known = {}) {
  const country = known.country ?? pickCountry(random);
  const sex = known.sex ?? (random.chance(0.5) ? 'female' : 'male');
  const given = known.given ?? givenNames(random, country, sex);
  const { surnames: all } = namesOf(country);
  const surnames = known.surnames ?? [all.pick(random), all.pick(random)];
  const birth = known.birthDate ?? birthDate(random, 1940, 2006);
  const made = {
    country,
    sex,
    given,
    surnames,
    birthDate: birth,
    nationalId: { namespace: '', value: '' },
    phone: known.phone ?? mobile(random, country),
    email: known.email ?? email(random, given, surnames, birth),
    device: known.device ?? uuid(random),
    subject: hex(random) + hex(random) + hex(random) + hex(random),
    card: `7${random.digits(11)}`,
    address: known.address ?? address(random, country),
  };
  return { ...made, nationalId: nationalId(random, made) };
}

/**
 * One person, or several who are easily taken for one another, with what they share named.
 * @param {Random} random
 * @returns {{ people: Person[], hardness: string | null }}
 */
export function household(random) {
  const first = person(random);
  const kind = random.fraction();
  const { country, surnames, address: home } = first;
  const shared = { country, surnames, address: home };
  if (kind < 0.01) {
    return {
      people: [first, person(random, { ...shared, birthDate: first.birthDate, phone: first.phone })],
      hardness: 'twins',
    };
  }
  if (kind < 0.025 && first.birthDate < '1980') {
    const child = person(random, {
      ...shared,
      sex: first.sex,
      given: first.given,
      birthDate: birthDate(random, 1985, 2006),
    });
    return { people: [first, { ...child, phone: first.phone }], hardness: 'namesakes' };
  }
  if (kind < 0.1) {
    const inLaw = [namesOf(country).surnames.pick(random), namesOf(country).surnames.pick(random)];
    const partner = person(random, { country, surnames: inLaw, address: home, phone: first.phone });
    const mail = random.chance(0.3) ? { email: first.email } : {};
    return { people: [first, { ...partner, ...mail }], hardness: 'household' };
  }
  if (kind < 0.13)
    return { people: [first, person(random, { ...shared, device: first.device })], hardness: 'shared-device' };
  if (kind < 0.15)
    return { people: [first, person(random, { country, phone: first.phone })], hardness: 'recycled-phone' };
  return { people: [first], hardness: null };
}
