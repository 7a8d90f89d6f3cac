import type { NormaliseResult } from './identifier.types.js';
import { maskTail } from './mask.js';
import { refused, understood } from './outcome.js';
import { isEmptyValue } from './placeholder.js';

const ISSUER_NEEDED =
  'a single sign-on subject needs its issuer as namespace: an https URL without user, query or fragment, or a URN';
const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$/i;
/** Longest subject that an OpenID provider may issue, in characters (OpenID Connect Core 1.0, section 2, `sub`). */
const SUBJECT_CHARS = 255;

/**
 * Reads the subject of a single sign-on. Issuer and subject identify together (OpenID Connect Core 1.0, section 5.7); the
 * subject counts exactly, case included. The issuer is an https URL (a bare host is one, as Google's was for years), in
 * lower-case host and without a final slash, or the URN of a SAML entity. `null`, `0` and the like are placeholders.
 */
export function normaliseSso(value: string, namespace: string): NormaliseResult {
  const issuer = canonicalIssuer(namespace);
  if (issuer === null) return refused('INVALID_NAMESPACE', ISSUER_NEEDED);
  if (value.length > SUBJECT_CHARS) {
    return refused('VALUE_TOO_LONG', `a subject has at most ${SUBJECT_CHARS} characters`);
  }
  return understood({
    type: 'SSO',
    namespace: issuer,
    canonical: value,
    display: maskTail(value),
    quality: isEmptyValue(value) ? 'placeholder' : 'ok',
  });
}

function canonicalIssuer(namespace: string): string | null {
  if (URN.test(namespace)) return namespace.replace(/^urn:[^:]+:/i, (prefix) => prefix.toLowerCase());
  const bareHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/]|$)/i.test(namespace);
  const url = parseUrl(bareHost ? `https://${namespace}` : namespace);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  if (url.search !== '' || url.hash !== '' || namespace.includes(' ')) return null;
  return `https://${url.host}${url.pathname.replace(/\/+$/, '')}`;
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
