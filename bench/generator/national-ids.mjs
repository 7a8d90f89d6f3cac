/**
 * National ids with right check digits, as people write them. Written apart from the service's own checks, so that the
 * generator does not agree with a mistake of theirs.
 */

const STATES = ['DF', 'MC', 'JC', 'NL', 'PL', 'VZ', 'GT', 'OC', 'YN', 'BC'];
const NIF_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/**
 * Sum of digit times weight, the weights given for the digits from the left.
 * @param {string} digits
 * @param {readonly number[]} weights
 */
function weighted(digits, weights) {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += (digits.charCodeAt(at) - 48) * (weights[at] ?? 0);
  return sum;
}

const CPF_FIRST = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const CPF_SECOND = [11, ...CPF_FIRST];

/** @param {string} nine */
function cpf(nine) {
  const digit = (/** @type {number} */ sum) => ((sum * 10) % 11) % 10;
  const ten = nine + digit(weighted(nine, CPF_FIRST));
  return ten + digit(weighted(ten, CPF_SECOND));
}

/** @param {string} body */
function rut(body) {
  let sum = 0;
  for (let at = body.length - 1, weight = 2; at >= 0; at -= 1, weight = weight === 7 ? 2 : weight + 1) {
    sum += (body.charCodeAt(at) - 48) * weight;
  }
  const check = 11 - (sum % 11);
  return `${body}-${check === 11 ? '0' : check === 10 ? 'K' : check}`;
}

/** @param {string} seven */
const uruguayan = (seven) => `${seven}${(10 - (weighted(seven, [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10}`;

/** @param {string} nine */
function ecuadorian(nine) {
  let sum = 0;
  for (let at = 0; at < 9; at += 1) {
    const product = (nine.charCodeAt(at) - 48) * (at % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

/**
 * What a CURP takes of a name: its first letter, first inner vowel and first inner consonant, without accents; of a
 * surname of several words the last word counts.
 * @typedef {{ initial: string, vowel: string, consonant: string }} NameLetters
 */

/** @type {Map<string, NameLetters>} */
const knownLetters = new Map();

/** @param {string} name @returns {NameLetters} */
function lettersOf(name) {
  const known = knownLetters.get(name);
  if (known) return known;
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().split(' ').at(-1) ?? 'X';
  const inner = plain.slice(1);
  const made = {
    initial: plain[0] ?? 'X',
    vowel: /[AEIOU]/.exec(inner)?.[0] ?? 'X',
    consonant: /[B-DF-HJ-NP-TV-Z]/.exec(inner)?.[0] ?? 'X',
  };
  knownLetters.set(name, made);
  return made;
}

/** Value of each character in the check digit's sum, by its code. */
const CURP_VALUES = new Uint8Array(256);
[...'0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'].forEach((letter, value) => (CURP_VALUES[letter.charCodeAt(0)] = value));

/**
 * CURP of a person (DOF 2021): letters of the names, birth date, sex, state, inner consonants, a digit and the check digit.
 * @param {import('./random.mjs').Random} random
 * @param {import('./people.mjs').Person} person
 */
function curp(random, person) {
  const [first, second, given] = [person.surnames[0], person.surnames[1], person.given[0]].map((name) =>
    lettersOf(name ?? 'X'),
  );
  if (!first || !second || !given) throw new Error('a person has two surnames and a given name');
  const { birthDate, sex } = person;
  const born = birthDate.slice(2, 4) + birthDate.slice(5, 7) + birthDate.slice(8);
  const homonym = birthDate < '2000' ? String(random.below(10)) : random.pick(['A', 'B', 'C']);
  const body =
    `${first.initial}${first.vowel}${second.initial}${given.initial}${born}${sex === 'female' ? 'M' : 'H'}` +
    `${random.pick(STATES)}${first.consonant}${second.consonant}${given.consonant}${homonym}`;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += (CURP_VALUES[body.charCodeAt(at)] ?? 0) * (18 - at);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/**
 * The id of `person` in the form that its country writes on the card.
 * @param {import('./random.mjs').Random} random
 * @param {import('./people.mjs').Person} person
 * @returns {{ namespace: string, value: string }}
 */
export function nationalId(random, person) {
  switch (person.country) {
    case 'MX':
      return { namespace: 'MX-CURP', value: curp(random, person) };
    case 'BR':
      // The first digit is often 0: leading zeros get lost.
      return { namespace: 'BR-CPF', value: cpf(random.chance(0.2) ? `0${random.digits(8)}` : random.digits(9)) };
    case 'AR':
      return { namespace: 'AR-DNI', value: String(random.between(5_000_000, 58_000_000)) };
    case 'CL':
      return { namespace: 'CL-RUT', value: rut(String(random.between(5_000_000, 27_000_000))) };
    case 'CO':
      return {
        namespace: 'CO-CC',
        value: String(
          random.chance(0.5) ? random.between(10_000_000, 99_999_999) : random.between(1_000_000_000, 1_199_999_999),
        ),
      };
    case 'PE':
      return { namespace: 'PE-DNI', value: random.digits(8) };
    case 'EC':
      return {
        namespace: 'EC-CEDULA',
        value: ecuadorian(`${String(random.between(1, 24)).padStart(2, '0')}${random.below(6)}${random.digits(6)}`),
      };
    case 'UY':
      return { namespace: 'UY-CI', value: uruguayan(String(random.between(1_000_000, 6_500_000))) };
    default: {
      const number = random.digits(8);
      return { namespace: 'ES-NIF', value: number + NIF_LETTERS[Number(number) % 23] };
    }
  }
}

/**
 * CUIT or CUIL of an Argentine with this DNI (prefix 20 for men, 27 for women, 23 where the check digit would be 10).
 * @param {string} dni
 * @param {string} sex
 */
export function cuit(dni, sex) {
  const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  for (const prefix of [sex === 'female' ? '27' : '20', '23', '24']) {
    const ten = prefix + dni.padStart(8, '0');
    const check = (11 - (weighted(ten, weights) % 11)) % 11;
    if (check !== 10) return ten + check;
  }
  return `30${dni.padStart(8, '0')}0`;
}
