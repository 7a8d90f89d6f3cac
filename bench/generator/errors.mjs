/**
 * What goes wrong when a person is written down, each with a label (classes of GeCo and sdglinkage, and the region's own).
 * Nothing here knows how the service normalises: otherwise it would measure its own inverse.
 */
import { NICKNAMES } from './names.mjs';
import { cuit } from './national-ids.mjs';

/** @typedef {import('./random.mjs').Random} Random */

const KEYS = ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm'];
const OCR = [
  ['o', '0'],
  ['l', '1'],
  ['i', '1'],
  ['rn', 'm'],
  ['s', '5'],
  ['b', '8'],
  ['g', '9'],
];
const PHONETIC = [
  ['z', 's'],
  ['s', 'z'],
  ['b', 'v'],
  ['v', 'b'],
  ['ll', 'y'],
  ['y', 'i'],
  ['c', 'k'],
  ['h', ''],
  ['j', 'g'],
  ['x', 'j'],
];

/** @param {string} text @param {number} at @param {number} length @param {string} replacement */
const splice = (text, at, length, replacement) => text.slice(0, at) + replacement + text.slice(at + length);

/** @param {Random} random @param {string} text */
function neighbour(random, text) {
  const at = random.below(text.length);
  const row = KEYS.find((keys) => keys.includes((text[at] ?? '').toLowerCase()));
  if (!row) return text;
  const key = row.indexOf((text[at] ?? '').toLowerCase());
  return splice(text, at, 1, row[key === 0 ? 1 : key - 1] ?? '');
}

/** @param {Random} random @param {string} text @param {string[][]} pairs */
function replaceOne(random, text, pairs) {
  const possible = pairs.filter(([from = '']) => text.toLowerCase().includes(from));
  if (possible.length === 0) return text;
  const [from = '', to = ''] = random.pick(possible);
  return splice(text, text.toLowerCase().indexOf(from), from.length, to);
}

/** One-letter errors of any word. @type {Record<string, (random: Random, text: string) => string>} */
const TYPOS = {
  insert: (random, text) => splice(text, random.below(text.length + 1), 0, random.pick([...'aeiosrnl'])),
  delete: (random, text) => (text.length > 3 ? splice(text, random.below(text.length), 1, '') : text),
  transpose: (random, text) => {
    const at = random.below(Math.max(1, text.length - 1));
    return splice(text, at, 2, `${text[at + 1] ?? ''}${text[at] ?? ''}`);
  },
  keyboard: neighbour,
  ocr: (random, text) => replaceOne(random, text, OCR),
  phonetic: (random, text) => replaceOne(random, text, PHONETIC),
};
const TYPO_NAMES = Object.keys(TYPOS);

const withoutMarks = (/** @type {string} */ text) => text.normalize('NFD').replace(/\p{M}/gu, '');
/** UTF-8 read as Latin-1. */
const mojibake = (/** @type {string} */ text) =>
  /[^\0-\x7f]/.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;

/** A name as a record holds it. @typedef {{ given: string[], surnames: string[] }} WrittenName */

/** Habits and mistakes of names. @type {Record<string, (random: Random, name: WrittenName) => WrittenName>} */
const NAME_ERRORS = {
  'given-dropped': (_, { given, surnames }) => ({ given: given.slice(0, 1), surnames }),
  'second-given-only': (_, { given, surnames }) => ({ given: given.slice(-1), surnames }),
  initial: (_, { given, surnames }) => ({
    given: given.map((name, at) => (at === 0 ? name : `${name[0]}.`)),
    surnames,
  }),
  nickname: (_, { given, surnames }) => ({ given: [NICKNAMES.get(given[0] ?? '') ?? given[0] ?? ''], surnames }),
  ma: (_, { given, surnames }) => ({
    given: given.map((name) => (name === 'María' || name === 'Maria' ? 'Ma.' : name)),
    surnames,
  }),
  'surname-dropped': (_, { given, surnames }) => ({ given, surnames: surnames.slice(0, 1) }),
  'surnames-swapped': (_, { given, surnames }) => ({ given, surnames: [...surnames].reverse() }),
  married: (_, { given, surnames }) => ({ given, surnames: [surnames[0] ?? '', `de ${surnames[1] ?? ''}`] }),
  'given-surname-swapped': (_, { given, surnames }) => ({ given: surnames, surnames: given }),
  'accents-lost': (_, { given, surnames }) => ({
    given: given.map(withoutMarks),
    surnames: surnames.map(withoutMarks),
  }),
  mojibake: (_, { given, surnames }) => ({ given: given.map(mojibake), surnames: surnames.map(mojibake) }),
  upper: (_, { given, surnames }) => ({
    given: given.map((x) => x.toUpperCase()),
    surnames: surnames.map((x) => x.toUpperCase()),
  }),
};
/** How often each happens, relative to the others; typing errors are a third. */
const NAME_ERROR_NAMES = [
  'accents-lost',
  'accents-lost',
  'accents-lost',
  'upper',
  'upper',
  'surname-dropped',
  'surname-dropped',
  'given-dropped',
  'given-dropped',
  'initial',
  'nickname',
  'ma',
  'married',
  'mojibake',
  'surnames-swapped',
  'second-given-only',
  'given-surname-swapped',
];

/**
 * @param {Random} random
 * @param {WrittenName} name
 * @returns {{ name: WrittenName, operation: string | null }}
 */
export function spoilName(random, name) {
  if (random.chance(0.35)) {
    const typo = random.pick(TYPO_NAMES);
    const change = TYPOS[typo];
    const [first = '', ...rest] = name.given;
    const changed = change ? change(random, first) : first;
    return { name: { ...name, given: [changed, ...rest] }, operation: changed === first ? null : `name.${typo}` };
  }
  const kind = random.pick(NAME_ERROR_NAMES);
  const changed = NAME_ERRORS[kind]?.(random, name) ?? name;
  const same = changed.given.join() === name.given.join() && changed.surnames.join() === name.surnames.join();
  return { name: changed, operation: same ? null : `name.${kind}` };
}

/**
 * @param {Random} random
 * @param {string} date `YYYY-MM-DD`
 * @returns {{ date: string | null, operation: string }}
 */
export function spoilDate(random, date) {
  const [year = '', month = '', day = ''] = date.split('-');
  const kind = random.below(4);
  if (kind === 0) return { date: null, operation: 'date.missing' };
  if (kind === 1 && Number(day) <= 12 && day !== month) {
    return { date: `${year}-${day}-${month}`, operation: 'date.day-month-swapped' };
  }
  if (kind === 2)
    return { date: random.pick(['1900-01-01', '1970-01-01', '2000-01-01']), operation: 'date.placeholder' };
  const other = String((Number(day) % 28) + 1).padStart(2, '0');
  return { date: `${year}-${month}-${other}`, operation: 'date.typo' };
}

/**
 * @param {Random} random
 * @param {string} email
 */
export function spoilEmail(random, email) {
  const [name = '', domain = ''] = email.split('@');
  switch (random.below(4)) {
    case 0:
      return { value: `${name.toUpperCase()}@${domain}`, operation: 'email.case' };
    case 1:
      return {
        value: `${name}@${domain.replace('gmail', 'gmial').replace('hotmail', 'hotmial')}`,
        operation: 'email.domain-typo',
      };
    case 2:
      return { value: `${splice(name, random.below(name.length), 1, '')}@${domain}`, operation: 'email.typo' };
    default:
      return {
        value: random.pick(['noreply@tienda.com', 'null@null.com', 'sincorreo@gmail.com']),
        operation: 'email.placeholder',
      };
  }
}

/**
 * @param {Random} random
 * @param {{ namespace: string, value: string }} id
 * @param {string} sex
 */
export function spoilId(random, id, sex) {
  const { namespace, value } = id;
  if (namespace === 'BR-CPF') {
    if (value.startsWith('0') && random.chance(0.7))
      return { namespace, value: value.replace(/^0+/, ''), operation: 'id.lost-zero' };
    return { namespace, value: value.replace(/^(...)(...)(...)(..)$/, '$1.$2.$3-$4'), operation: 'id.punctuation' };
  }
  if (namespace === 'CL-RUT') {
    if (random.chance(0.4))
      return { namespace, value: value.split('-')[0] ?? value, operation: 'id.without-check-digit' };
    return { namespace, value: value.replace(/(\d{3})(\d{3}-.)$/, '.$1.$2'), operation: 'id.punctuation' };
  }
  if (namespace === 'AR-DNI' && random.chance(0.6))
    return { namespace: 'AR-CUIT', value: cuit(value, sex), operation: 'id.dni-cuit' };
  if (random.chance(0.3)) return { namespace, value: value.toLowerCase(), operation: 'id.case' };
  const at = random.below(value.length);
  const digit = String((Number(value[at]) + 1) % 10);
  return { namespace, value: /\d/.test(value[at] ?? '') ? splice(value, at, 1, digit) : value, operation: 'id.typo' };
}
