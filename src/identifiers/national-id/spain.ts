import { validate as validateNif } from 'stdnum/lib/cjs/es/nif.js';
import { isRepeated, isSequence } from '../placeholder.js';
import { check } from './check.js';
import type { Scheme, SchemeReading, SchemeRefusal } from './scheme.types.js';

/** Which number a tax id (NIF) is says its first character: digits and K, L, M persons, X, Y, Z foreigners, else a firm. */
const NAMESPACES: readonly (readonly [shape: RegExp, namespace: string])[] = [
  [/^[\dKLM]\d{7}[A-Z]$/, 'ES-NIF'],
  [/^[XYZ]\d{7}[A-Z]$/, 'ES-NIE'],
  [/^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/, 'ES-CIF'],
];

function scheme(namespace: string, names: readonly string[], allowed: string): Scheme {
  return { namespace, names, allowed, read: ({ compact }) => readNif(compact, namespace) };
}

/** `ES-NIF` takes all three kinds and names the right one; a person who was naturalised has a NIE and a NIF. */
function readNif(compact: string, asked: string): SchemeReading | SchemeRefusal {
  const bare = compact.replace(/^ES(?=.{9}$)/, '');
  // A DNI below ten million loses its zero in spreadsheets; its letter says whether that is what happened.
  const padded = /^\d{7}[A-Z]$/.test(bare) ? `0${bare}` : bare;
  const namespace = NAMESPACES.find(([shape]) => shape.test(padded))?.[1];
  if (namespace === undefined || (asked !== 'ES-NIF' && asked !== namespace)) return 'INVALID_VALUE';
  const body = padded.slice(0, 8);
  if (isRepeated(body)) return { canonical: padded, namespace, placeholder: true };
  const outcome = check(validateNif, padded);
  if (outcome !== 'ok') return outcome;
  const digits = body.replace(/^[A-Z]/, '');
  const placeholder = isSequence(digits) || isRepeated(digits);
  return { canonical: padded, namespace, placeholder, notes: padded === bare ? [] : ['repaired'] };
}

export const SPAIN: readonly Scheme[] = [
  scheme('ES-NIF', ['NIF', 'DNI'], 'a Spanish DNI or NIF has 8 digits and its letter'),
  scheme('ES-NIE', ['NIE'], 'a NIE has X, Y or Z, 7 digits and its letter'),
  scheme('ES-CIF', ['CIF'], 'a CIF has a letter, 7 digits and its check character'),
];
