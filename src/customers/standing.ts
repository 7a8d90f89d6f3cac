import type { NormalisedIdentifier } from '../identifiers/identifier.types.js';
import type { HeldRow } from './customers.queries.js';
import { IdentifierStanding } from './graphql/resolution.types.js';

/** What an identifier that could be read says about who this is; `held` is null when no record holds it. */
export function standingOf(read: Pick<NormalisedIdentifier, 'quality'>, held: HeldRow | null): IdentifierStanding {
  if (held?.status === 'BLOCKED' || read.quality === 'placeholder') return IdentifierStanding.BLOCKED;
  if (!held || held.holders.length === 0) return IdentifierStanding.UNKNOWN;
  if (held.status === 'GENERIC') return IdentifierStanding.GENERIC;
  return held.holders.length > 1 ? IdentifierStanding.CONTESTED : IdentifierStanding.LINKABLE;
}

/** The standing in a sentence. */
export function explainStanding(standing: IdentifierStanding, held: HeldRow | null, links: boolean): string {
  switch (standing) {
    case IdentifierStanding.LINKABLE:
      return links
        ? 'One customer holds it.'
        : 'One customer holds it. Identifiers of this type are kept and join nobody by policy.';
    case IdentifierStanding.CONTESTED:
      return contestedSentence(held, links);
    case IdentifierStanding.GENERIC:
      return 'More records hold it than one person would have, so it joins nobody.';
    case IdentifierStanding.BLOCKED:
      return 'It is a placeholder or was blocked by decision, so it joins nobody.';
    case IdentifierStanding.UNKNOWN:
      return 'No record holds it.';
    case IdentifierStanding.INVALID:
      return 'It could not be read.';
  }
}

function contestedSentence(held: HeldRow | null, links: boolean): string {
  if (!links) return 'Several customers hold it. Identifiers of this type are kept and join nobody by policy.';
  const reasons = held?.contestReasons ?? [];
  const told = reasons.length > 0 ? ` What tells them apart: ${reasons.join(', ')}.` : '';
  return `Several customers hold it, so it names nobody.${told}`;
}
