import { domainToASCII } from 'node:url';
import type { NormaliseResult } from './identifier.types.js';
import { maskTail } from './mask.js';
import { refused, understood } from './outcome.js';
import { isEmptyValue } from './placeholder.js';

const HOST = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?::\d{1,5})?$/;

/**
 * Reads a browser's cookie. The namespace is the domain that set it (lower-case ASCII, without scheme, path or a leading
 * dot) and required, since two sites may issue the same value. The value counts exactly: cookies are case-sensitive.
 */
export function normaliseCookie(value: string, namespace: string): NormaliseResult {
  const domain = cookieDomain(namespace);
  if (!HOST.test(domain)) {
    return refused('INVALID_NAMESPACE', 'a cookie needs the domain that set it as namespace, such as shop.mx');
  }
  return understood({
    type: 'COOKIE',
    namespace: domain,
    canonical: value,
    display: maskTail(value),
    quality: isEmptyValue(value) ? 'placeholder' : 'ok',
  });
}

function cookieDomain(namespace: string): string {
  const host = namespace
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/^\.+|\.+$/g, '');
  return /^[\x21-\x7e]*$/.test(host) ? host : domainToASCII(host);
}
