import { domainToASCII } from 'node:url';
import validator from 'validator';
import {
  GOOGLE_DOMAINS,
  MICROSOFT_DOMAINS,
  PLACEHOLDER_DOMAIN_WORDS,
  PLACEHOLDER_WORDS,
  RESERVED_TOP_LEVEL_DOMAINS,
  ROLE_WORDS,
} from './email-words.js';
import { lowerCase } from './fold-case.js';
import type { IdentifierQuality, NormaliseResult } from './identifier.types.js';
import { refused, understood } from './outcome.js';

interface Address {
  /** As written, NFC. */
  readonly local: string;
  /** ASCII, lower case. */
  readonly domain: string;
}

const ALLOWED = 'an e-mail address looks like name@domain.mx, without quotes, spaces or comments';
const ASCII = /^[\x21-\x7e]+$/;
/** The syntax library knows only the basic plane; any letter of it stands for a rarer one. */
const FOUR_BYTE = /[\u{10000}-\u{10FFFF}]/gu;
/** Longest local part in UTF-8 octets (RFC 6531 keeps the 64 of RFC 5321). */
const LOCAL_OCTETS = 64;

/**
 * Reads an e-mail address. Canonical: the local part as written (NFC) and the domain in lower-case ASCII. Match key: in
 * lower case, and without dots or `+tag` only at providers known to ignore them; Yahoo's `-` is never cut (it would join
 * strangers). `mailto:` and `Name <address>` are taken off. A role address (`ventas@`) and a placeholder (`null@…`,
 * `@example.com`) are understood and marked.
 */
export function normaliseEmail(value: string, namespace: string): NormaliseResult {
  if (namespace !== '') return refused('INVALID_NAMESPACE', 'an e-mail address has no namespace: leave it empty');
  const text = withoutWrapping(value);
  const at = text.lastIndexOf('@');
  if (at < 1) return refused('INVALID_VALUE', ALLOWED);
  if (text.indexOf('@') !== at) return refused('INVALID_VALUE', 'send each e-mail address as an identifier of its own');
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === '') return refused('INVALID_VALUE', ALLOWED);
  const address: Address = { local: text.slice(0, at), domain };
  const quality = qualityOf(address);
  if (!isWellFormed(address, quality)) return refused('INVALID_VALUE', ALLOWED);
  return understood({
    type: 'EMAIL',
    canonical: `${address.local}@${domain}`,
    matchKey: matchKey(address),
    display: masked(address),
    quality,
  });
}

function withoutWrapping(value: string): string {
  const open = value.lastIndexOf('<');
  const bare = open >= 0 && value.endsWith('>') ? value.slice(open + 1, -1) : value;
  const text = /^mailto:/i.test(bare) ? bare.slice('mailto:'.length) : bare;
  return text.trim();
}

/** Lower-case ASCII form (IDNA) without a final dot; '' when it is no domain. */
function asciiDomain(domain: string): string {
  const ascii = ASCII.test(domain) ? domain.toLowerCase() : domainToASCII(domain);
  return ascii.endsWith('.') ? ascii.slice(0, -1) : ascii;
}

/** A placeholder may break the rules of real addresses (`null@null`, `x@x.x`), but not have spaces or be endless. */
function isWellFormed({ local, domain }: Address, quality: IdentifierQuality): boolean {
  const written = `${local.replace(FOUR_BYTE, 'ñ')}@${domain}`;
  if (local.startsWith('"') || Buffer.byteLength(local) > LOCAL_OCTETS) return false;
  if (quality === 'placeholder' && /^[\w.+-]+@[\w.-]+$/.test(written)) return true;
  return validator.isEmail(written);
}

function matchKey({ local, domain }: Address): string {
  const folded = lowerCase(local);
  if (GOOGLE_DOMAINS.has(domain)) {
    return `${unlessEmpty(withoutTag(folded).replaceAll('.', ''), folded)}@gmail.com`;
  }
  const kept = MICROSOFT_DOMAINS.has(domain) ? unlessEmpty(withoutTag(folded), folded) : folded;
  return `${kept}@${domain}`;
}

function withoutTag(local: string): string {
  const plus = local.indexOf('+');
  return plus < 0 ? local : local.slice(0, plus);
}

function unlessEmpty(text: string, otherwise: string): string {
  return text === '' ? otherwise : text;
}

/** First character, three stars, domain. */
function masked({ local, domain }: Address): string {
  const points = Array.from(local);
  return `${points.length > 1 ? points[0] : ''}***@${domain}`;
}

function qualityOf({ local, domain }: Address): IdentifierQuality {
  const word = withoutTag(local.toLowerCase()).replace(/[._-]/g, '');
  if (isPlaceholderDomain(domain) || isPlaceholderLocal(word, domain)) return 'placeholder';
  return ROLE_WORDS.has(word) ? 'role' : 'ok';
}

function isPlaceholderDomain(domain: string): boolean {
  const labels = domain.split('.');
  const first = (labels[0] ?? '').replaceAll('-', '');
  const last = labels[labels.length - 1] ?? '';
  if (RESERVED_TOP_LEVEL_DOMAINS.has(last)) return true;
  const secondLevel = labels[labels.length - 2] ?? '';
  return secondLevel === 'example' || PLACEHOLDER_DOMAIN_WORDS.has(first);
}

/** `null@…`, `aaa@…`, and a short word at itself: `a@a.com`, `x@x.x`, `abc@abc.mx`. One letter alone may be a person. */
function isPlaceholderLocal(word: string, domain: string): boolean {
  if (PLACEHOLDER_WORDS.has(word)) return true;
  const repeated = word !== '' && word === word.charAt(0).repeat(word.length);
  if (repeated && (word.length >= 3 || GOOGLE_DOMAINS.has(domain) || MICROSOFT_DOMAINS.has(domain))) return true;
  return word.length <= 3 && word !== '' && domain.startsWith(`${word}.`);
}
