import type { FoundRow, CustomerRow } from './customers.queries.js';

/** What an id answers. */
export type IdentityOfId =
  | { readonly kind: 'LIVE' | 'REDIRECTED'; readonly customer: CustomerRow }
  | { readonly kind: 'SPLIT'; readonly candidates: readonly CustomerRow[] }
  | { readonly kind: 'EMPTIED' | 'UNKNOWN' };

/** What became of an id: it lives, one or several others hold what it had, nobody does, or it never was. */
export function identityOfId(found: FoundRow | null): IdentityOfId {
  if (!found) return { kind: 'UNKNOWN' };
  if (found.status === 'LIVE') return { kind: 'LIVE', customer: found.own };
  const [first, ...others] = found.successors;
  if (!first) return { kind: 'EMPTIED' };
  return others.length === 0
    ? { kind: 'REDIRECTED', customer: first }
    : { kind: 'SPLIT', candidates: found.successors };
}
