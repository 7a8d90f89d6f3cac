import { LIMITS } from '../kernel/limits.js';
import { cleanText, type TextFault } from './clean-text.js';
import { normaliseCookie } from './cookie.js';
import { normaliseDevice } from './device.js';
import { normaliseEmail } from './email.js';
import { normaliseExternalId } from './external-id.js';
import type { NormaliseContext, Normaliser, NormaliseResult, RawIdentifier } from './identifier.types.js';
import { normaliseLoyalty } from './loyalty.js';
import { cleanNamespace } from './namespace.js';
import { normaliseNationalId } from './national-id.js';
import { refused } from './outcome.js';
import { normalisePhone } from './phone.js';
import { normaliseSocial } from './social.js';
import { normaliseSso } from './sso.js';
import { normaliseText } from './text.js';

const NORMALISERS: ReadonlyMap<string, Normaliser> = new Map<string, Normaliser>([
  ['email', normaliseEmail],
  ['phone', normalisePhone],
  ['sso', normaliseSso],
  ['device', normaliseDevice],
  ['cookie', normaliseCookie],
  ['social', normaliseSocial],
  ['national-id', normaliseNationalId],
  ['external-id', normaliseExternalId],
  ['loyalty', normaliseLoyalty],
  ['text', normaliseText],
]);

/** Names of the normalisers that a policy's type may choose as its `format`. */
export const FORMATS: readonly string[] = [...NORMALISERS.keys()];

/** Upper case as in the policy, and without the `|` that divides the parts of a key. */
const TYPE = /^[A-Z][A-Z0-9_]{0,63}$/;

/**
 * Reads one identifier: the checks that all types share (length, invisible and control characters, namespace), then the
 * type's own. Never throws, whatever the text; a problem's message never repeats the value. Normalising a canonical value
 * in its canonical namespace gives the same result again.
 *
 * @param format normaliser of the identifier's type, from the policy; one of `FORMATS`
 */
export function normalise(raw: RawIdentifier, context: NormaliseContext, format: string): NormaliseResult {
  const normaliser = NORMALISERS.get(format);
  if (!normaliser) return refused('UNKNOWN_TYPE', `the type's format must be one of ${FORMATS.join(', ')}`);
  if (!TYPE.test(raw.type)) return refused('UNKNOWN_TYPE', 'a type is written in capital letters, digits and _');
  const cleaned = cleanText(raw.value, LIMITS.identifierChars);
  if (!cleaned.ok) return refusedText(cleaned.fault);
  const cleanedNamespace = cleanNamespace(raw.namespace);
  if (!cleanedNamespace.ok) return refused('INVALID_NAMESPACE', cleanedNamespace.message);
  return ofType(raw.type, normaliser(cleaned.text, cleanedNamespace.namespace, context));
}

function refusedText(fault: TextFault): NormaliseResult {
  switch (fault) {
    case 'EMPTY':
      return refused('EMPTY_VALUE', 'the value is empty');
    case 'TOO_LONG':
      return refused('VALUE_TOO_LONG', `a value has at most ${LIMITS.identifierChars} characters`);
    case 'CONTROL_CHARACTER':
      return refused('CONTROL_CHARACTER', 'a value has no control characters or broken text');
  }
}

/** The result under the caller's type: several types of a policy may share a format. */
function ofType(type: string, result: NormaliseResult): NormaliseResult {
  if (!result.ok) return result;
  const { identifier } = result;
  if (identifier.namespace.length > LIMITS.namespaceChars || identifier.canonical.length > LIMITS.identifierChars) {
    return refused('VALUE_TOO_LONG', `a value has at most ${LIMITS.identifierChars} characters in its canonical form`);
  }
  return identifier.type === type ? result : { ok: true, identifier: { ...identifier, type } };
}
