import { contextCountry } from './context-country.js';
import type { NormaliseContext, NormaliseResult } from './identifier.types.js';
import { maskTail } from './mask.js';
import { chooseScheme } from './national-id/schemes.js';
import type { Scheme, SchemeReading, SchemeRefusal, WrittenId } from './national-id/scheme.types.js';
import { refused, understood } from './outcome.js';
import { isEmptyWord, isRepeated, isSequence } from './placeholder.js';

const SEPARATORS = /[\s.,·'’`´_/\\\-\u2010-\u2015\u2212]+/g;
const CHECK_DIGIT_APART = /[-\u2010-\u2015\u2212]\s*[0-9A-Za-z]$/;
const LABEL = /^([\p{L}.]{2,8})\s*(?:n[°ºo.]*)?[:#\s]\s*(?=\S*\d)/iu;
/** The library would read other characters as separators and let them pass. */
const SCHEME_CHARACTERS = /^[0-9A-ZÑ&]+$/;
/** Characters of an id of an unknown scheme: the shortest that can tell people apart, and more than any known one has. */
const TEXT_CHARS = { min: 3, max: 64 };

/**
 * Reads a national id. The namespace names its scheme (`MX-CURP`), or its country, and then the value decides. Known
 * schemes are verified by their check digits and written in their one form; ids of other schemes (`US-DL-NV`,
 * `PASSPORT-UY`) are exact text in upper case without separators, noted as unchecked.
 */
export function normaliseNationalId(value: string, namespace: string, context: NormaliseContext): NormaliseResult {
  const choice = chooseScheme(namespace, contextCountry(context));
  if (choice.kind === 'invalid') return refused('INVALID_NAMESPACE', choice.message);
  if (choice.kind === 'text') return readText(value, choice.namespace);
  return decide(
    choice.schemes,
    choice.schemes.map((scheme) => readScheme(value, scheme)),
  );
}

/** The one scheme that the value fits; when it fits several, the caller must say which. */
function decide(schemes: readonly Scheme[], outcomes: readonly (SchemeReading | SchemeRefusal)[]): NormaliseResult {
  const fitting: NormaliseResult[] = [];
  schemes.forEach((scheme, index) => {
    const outcome = outcomes[index];
    if (outcome !== undefined && typeof outcome !== 'string') fitting.push(identify(scheme, outcome));
  });
  const [only, ...others] = fitting;
  if (only && others.length === 0) return only;
  const names = schemes.map((scheme) => scheme.namespace).join(' or ');
  if (only) return refused('INVALID_NAMESPACE', `the value fits more than one scheme: name it, ${names}`);
  const allowed = schemes.map((scheme) => scheme.allowed).join('; ');
  if (outcomes.includes('CHECK_DIGIT')) return refused('CHECK_DIGIT', `the check digit does not hold; ${allowed}`);
  return refused('INVALID_VALUE', allowed);
}

function identify(scheme: Scheme, reading: SchemeReading): NormaliseResult {
  return understood({
    type: 'NATIONAL_ID',
    namespace: reading.namespace ?? scheme.namespace,
    canonical: reading.canonical,
    ...(reading.matchKey === undefined ? {} : { matchKey: reading.matchKey }),
    display: maskTail(reading.canonical),
    quality: reading.placeholder ? 'placeholder' : 'ok',
    ...(reading.notes === undefined ? {} : { notes: reading.notes }),
  });
}

function readScheme(value: string, scheme: Scheme): SchemeReading | SchemeRefusal {
  const written = writtenId(value, scheme);
  return SCHEME_CHARACTERS.test(written.compact) ? scheme.read(written) : 'INVALID_VALUE';
}

function writtenId(value: string, scheme: Scheme): WrittenId {
  const label = LABEL.exec(value);
  const labelled = label !== null && scheme.names.includes((label[1] ?? '').replaceAll('.', '').toUpperCase());
  const bare = labelled ? value.slice(label[0].length) : value;
  return { compact: compact(bare), checkDigitSetApart: CHECK_DIGIT_APART.test(bare) };
}

/** Upper case without separators; full-width digits as plain ones. */
function compact(value: string): string {
  return value.normalize('NFKC').replace(SEPARATORS, '').toUpperCase().normalize('NFC');
}

function readText(value: string, namespace: string): NormaliseResult {
  const canonical = compact(value);
  const { min, max } = TEXT_CHARS;
  const wellFormed = /^[\p{L}\p{N}]+$/u.test(canonical) && canonical.length >= min && canonical.length <= max;
  if (!wellFormed) {
    return refused('INVALID_VALUE', `an id has ${min} to ${max} letters and digits`);
  }
  const placeholder = isEmptyWord(value) || isRepeated(canonical) || isSequence(canonical);
  return understood({
    type: 'NATIONAL_ID',
    namespace,
    canonical,
    display: maskTail(canonical),
    quality: placeholder ? 'placeholder' : 'ok',
    notes: ['unchecked'],
  });
}
