import { lowerCase } from './fold-case.js';
import type { NormaliseResult } from './identifier.types.js';
import { maskTail } from './mask.js';
import { refused, understood } from './outcome.js';
import { isEmptyValue } from './placeholder.js';
import { readProfileUrl } from './social-url.js';

const NETWORK_ALIASES: Readonly<Record<string, string>> = {
  fb: 'facebook',
  meta: 'facebook',
  messenger: 'facebook',
  ig: 'instagram',
  insta: 'instagram',
  twitter: 'x',
  li: 'linkedin',
  yt: 'youtube',
  tg: 'telegram',
};
/** Networks whose stable ids are digits, so that anything else is a handle even without its @. */
const NUMERIC_IDS: ReadonlySet<string> = new Set([
  'facebook',
  'instagram',
  'x',
  'tiktok',
  'threads',
  'telegram',
  'twitch',
]);
const HANDLE = /^[\p{L}\p{N}._-]{1,100}$/u;

const NETWORK_NEEDED =
  'a social account needs its network as namespace, such as instagram, or facebook:APP for ids that belong to an app';
const HANDLE_ALLOWED = 'a social account is a stable id, an @handle or the address of a profile of the same network';

/**
 * Reads a social account. The namespace is its network, or `network:app` where ids belong to an app (Facebook). A stable id
 * counts exactly. A handle or profile address becomes `@handle` in lower case, without the app, and is noted: owners change
 * handles and networks give them to others, so it is weaker evidence than an id.
 */
export function normaliseSocial(value: string, namespace: string): NormaliseResult {
  const profile = readProfileUrl(value);
  const scope = readScope(namespace === '' && profile ? profile.network : namespace);
  if (!scope) return refused('INVALID_NAMESPACE', NETWORK_NEEDED);
  if (profile && profile.network !== scope.network) return refused('INVALID_VALUE', HANDLE_ALLOWED);
  if (!profile && /^https?:\/\//i.test(value)) return refused('INVALID_VALUE', HANDLE_ALLOWED);
  const account = profile?.account ?? value;
  return isHandle(account, scope.network) ? readHandle(account, scope.network) : readId(account, scope);
}

interface Scope {
  readonly network: string;
  /** '' when ids are not bound to an app. */
  readonly app: string;
}

function readScope(namespace: string): Scope | null {
  const [name = '', ...rest] = lowerCase(namespace).split(':');
  const trimmed = name.trim();
  const network = Object.hasOwn(NETWORK_ALIASES, trimmed) ? (NETWORK_ALIASES[trimmed] ?? trimmed) : trimmed;
  return network === '' ? null : { network, app: rest.join(':').trim() };
}

function isHandle(account: string, network: string): boolean {
  return account.startsWith('@') || (NUMERIC_IDS.has(network) && !/^\d+$/.test(account));
}

function readHandle(account: string, network: string): NormaliseResult {
  const bare = account.startsWith('@') ? account.slice(1) : account;
  const handle = lowerCase(bare);
  if (!HANDLE.test(handle)) return refused('INVALID_VALUE', HANDLE_ALLOWED);
  return understood({
    type: 'SOCIAL',
    namespace: network,
    canonical: `@${handle}`,
    display: `@${maskTail(handle)}`,
    quality: isEmptyValue(handle) ? 'placeholder' : 'ok',
    notes: ['handle'],
  });
}

function readId(id: string, { network, app }: Scope): NormaliseResult {
  return understood({
    type: 'SOCIAL',
    namespace: app === '' ? network : `${network}:${app}`,
    canonical: id,
    display: maskTail(id),
    quality: isEmptyValue(id) ? 'placeholder' : 'ok',
  });
}
