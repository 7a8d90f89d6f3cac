import { userError } from '../graphql/user-error.js';
import type { IdentifierProblem, NormalisedIdentifier } from '../identifiers/identifier.types.js';
import type { CustomerRow, HeldRow } from './customers.queries.js';
import { customer } from './customer.js';
import { IdentifierStanding, type IdentifierMatch, type Resolution } from './graphql/resolution.types.js';
import { explainStanding, standingOf } from './standing.js';

/** One identifier of a question: what it was read as, and who holds it. */
export type Asked =
  | { readonly kind: 'invalid'; readonly type: string | null; readonly problem: IdentifierProblem }
  | {
      readonly kind: 'read';
      readonly identifier: NormalisedIdentifier;
      readonly links: boolean;
      readonly held: HeldRow | null;
    };

/**
 * What identifiers say together: the customers that they name, in the order of the question, and what each says by itself.
 * An identifier that several customers hold, or that joins nobody, names nobody.
 */
export function resolutionOf(asked: readonly Asked[]): Resolution {
  const identifiers = asked.map(matchOf);
  const named = identifiers.flatMap((each) =>
    each.standing === IdentifierStanding.LINKABLE ? each.customers.slice(0, 1) : [],
  );
  const customers = [...new Map(named.map((each) => [each.id, each])).values()];
  return { customers, identifiers };
}

function matchOf(asked: Asked, index: number): IdentifierMatch {
  if (asked.kind === 'invalid') return invalid(asked, index);
  const { identifier, held, links } = asked;
  const standing = standingOf(identifier, held);
  return {
    type: identifier.type,
    namespace: identifier.namespace,
    display: identifier.display,
    standing,
    customers: (held?.holders ?? []).map((row: CustomerRow) => customer(row)),
    contestReasons: standing === IdentifierStanding.CONTESTED ? (held?.contestReasons ?? []) : [],
    explanation: explainStanding(standing, held, links),
    problem: null,
  };
}

function invalid({ type, problem }: Asked & { kind: 'invalid' }, index: number): IdentifierMatch {
  const standing = IdentifierStanding.INVALID;
  return {
    ...{ type, namespace: null, display: null, standing, customers: [], contestReasons: [] },
    explanation: explainStanding(standing, null, false),
    problem: userError(problem.code, `identifiers[${index}].${problem.field}`, problem.message),
  };
}
