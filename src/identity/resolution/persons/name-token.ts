import { COMPOUND_FORMS } from './data/compound-forms.js';
import { GIVEN_NAMES } from './data/given-names.js';
import { canonicalSpelling, COGNATE_NAMES, spelledNames } from './data/name-variants.js';
import { FORMAL_NAMES } from './data/nicknames.js';
import { phoneticKey } from './phonetic.js';

/** What is known of one token, worked out once. */
export interface NameToken {
  readonly text: string;
  /** One spelling for all spellings of a name. */
  readonly canonical: string;
  readonly phonetic: string;
  /** A name of the tables, so that another name of the tables is another name and no typing error. */
  readonly known: boolean;
  /** A name that somebody is registered under, not only a nickname. */
  readonly isFormal: boolean;
  /** Formal names (canonical) that it may be a nickname of. */
  readonly formal: ReadonlySet<string>;
  readonly cognates: ReadonlySet<string>;
  /** First letters under which it may be abbreviated, those of its nicknames and formal names among them. */
  readonly initials: ReadonlySet<string>;
  /** One bit for each letter that occurs: tokens whose letters differ much need no closer look. */
  readonly letters: number;
  /** Made of Latin letters, so that letters may be compared. */
  readonly latin: boolean;
}

/** Tokens kept in memory: the given names of a country fit, and a full table costs some 20 MB. */
const CACHE_MAX = 50_000;
const cache = new Map<string, NameToken>();
const NONE: ReadonlySet<string> = new Set();

const KNOWN: ReadonlySet<string> = new Set([
  ...GIVEN_NAMES,
  ...spelledNames(),
  ...COGNATE_NAMES.keys(),
  ...FORMAL_NAMES.keys(),
  ...[...FORMAL_NAMES.values()].flat(),
  ...COMPOUND_FORMS.keys(),
]);

/** Formal name (canonical) -> its nicknames. */
const NICKNAMES = new Map<string, string[]>();
for (const [nickname, names] of FORMAL_NAMES) {
  for (const name of names.map(canonicalSpelling)) NICKNAMES.set(name, [...(NICKNAMES.get(name) ?? []), nickname]);
}

/** The features of a token; a pure function of it with a bounded memory. */
export function nameToken(text: string): NameToken {
  const cached = cache.get(text);
  if (cached) return cached;
  const token = describe(text);
  if (cache.size >= CACHE_MAX) cache.clear();
  cache.set(text, token);
  return token;
}

function describe(text: string): NameToken {
  const latin = /^[a-z?]+$/.test(text);
  const canonical = canonicalSpelling(text);
  const formal = [...(FORMAL_NAMES.get(text) ?? []), ...diminutiveOf(text)].map(canonicalSpelling);
  return {
    text,
    canonical,
    phonetic: latin ? phoneticKey(text) : text,
    known: KNOWN.has(text),
    isFormal: GIVEN_NAMES.has(text),
    formal: formal.length > 0 ? new Set(formal) : NONE,
    cognates: COGNATE_NAMES.get(canonical) ?? NONE,
    initials: new Set([text, canonical, ...formal, ...(NICKNAMES.get(canonical) ?? [])].map((name) => name.charAt(0))),
    letters: [...text].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) % 32)), 0),
    latin,
  };
}

const DIMINUTIVE = /^([a-z]{2,}?)(?:c|z)?(?:it|inh|ill)(o|a|os)$/;

/**
 * The listed names of which a regular diminutive is made: juanito -> juan, teresinha -> teresa, paquito -> paco. A
 * feminine one comes from the feminine name where there is one (juanita -> juana, not juan).
 */
function diminutiveOf(text: string): string[] {
  const [, stem = '', ending = ''] = DIMINUTIVE.exec(text) ?? [];
  if (stem === '' || GIVEN_NAMES.has(text)) return [];
  const base = stem.replace(/qu$/, 'c').replace(/gu$/, 'g');
  const gendered = GIVEN_NAMES.has(base + ending) ? [base + ending] : [base, `${base}os`, `${base}e`, `${base}es`];
  return gendered.filter((name) => GIVEN_NAMES.has(name)).concat(FORMAL_NAMES.get(base + ending) ?? []);
}

/**
 * Two listed names that were written as one word (anamaria, joseluis), or null. Only for a token that is no name itself,
 * so that mariana stays one name.
 */
export function fusedNames(token: NameToken): readonly string[] | null {
  if (token.known || !token.latin || token.text.length < 6) return null;
  for (let at = 3; at <= token.text.length - 3; at += 1) {
    const parts = [token.text.slice(0, at), token.text.slice(at)];
    if (parts.every((part) => GIVEN_NAMES.has(part))) return parts;
  }
  return null;
}
