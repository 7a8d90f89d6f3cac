import { lowerCase } from './fold-case.js';
import type { NormaliseResult } from './identifier.types.js';
import { maskTail } from './mask.js';
import { refused, understood } from './outcome.js';
import { isEmptyWord, isRepeated, isSequence } from './placeholder.js';

const SEPARATORS = /[\s.\-_/\u2010-\u2015\u2212]+/g;
/** Longest card number that a scanner or a person would give; QR codes hold more and are no card numbers. */
const CARD = /^[A-Z0-9]{1,64}$/;

/**
 * Reads the number of a loyalty card or member: letters and digits, upper case, without the separators of the plastic.
 * The namespace is the programme, in lower case; empty where there is only one. Zeros, repeated characters and runs of the
 * keyboard are placeholders: they are what tills have for a customer without a card.
 */
export function normaliseLoyalty(value: string, namespace: string): NormaliseResult {
  const canonical = value.normalize('NFKC').replace(SEPARATORS, '').toUpperCase();
  if (!CARD.test(canonical)) return refused('INVALID_VALUE', 'a loyalty number has 1 to 64 letters and digits');
  const placeholder = isEmptyWord(value) || /^0+$/.test(canonical) || isRepeated(canonical) || isSequence(canonical);
  return understood({
    type: 'LOYALTY',
    namespace: lowerCase(namespace),
    canonical,
    display: maskTail(canonical),
    quality: placeholder ? 'placeholder' : 'ok',
  });
}
