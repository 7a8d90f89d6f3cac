import { DEVELOPER } from '../../../src/auth/principal.js';
import type { DecisionAnswer, DecisionsService, Terms } from '../../../src/identity/decisions/decisions.service.js';
import type { NeverSide } from '../../../src/identity/decisions/rulings/never-link.js';
import type { IdentifierKey, RecordKey } from '../../../src/kernel/ids.js';

/** What a steward asks for, as data, so that it can be asked again elsewhere. */
export type StewardOperation =
  | { readonly kind: 'merge'; readonly into: string; readonly customers: readonly string[] }
  | { readonly kind: 'never'; readonly sides: readonly NeverSide[] }
  | { readonly kind: 'split'; readonly customer: string; readonly records: readonly RecordKey[] }
  | { readonly kind: 'detach'; readonly record: RecordKey; readonly identifier: IdentifierKey }
  | { readonly kind: 'block' | 'unblock'; readonly identifier: IdentifierKey }
  | { readonly kind: 'revoke'; readonly decision: string }
  | { readonly kind: 'unmerge'; readonly event: string };

/** Asks the service for it. */
export function decide(
  decisions: DecisionsService,
  operation: StewardOperation,
  terms: Terms,
): Promise<DecisionAnswer> {
  switch (operation.kind) {
    case 'merge':
      return decisions.mergeCustomers(DEVELOPER, operation, terms);
    case 'never':
      return decisions.neverLink(DEVELOPER, operation.sides, terms);
    case 'split':
      return decisions.splitCustomer(DEVELOPER, operation, terms);
    case 'detach':
      return decisions.detachIdentifier(DEVELOPER, operation.record, operation.identifier, terms);
    case 'block':
      return decisions.blockIdentifier(DEVELOPER, operation.identifier, terms);
    case 'unblock':
      return decisions.unblockIdentifier(DEVELOPER, operation.identifier, terms);
    case 'revoke':
      return decisions.revokeDecision(DEVELOPER, operation.decision, terms);
    case 'unmerge':
      return decisions.unmerge(DEVELOPER, operation.event, terms);
  }
}
