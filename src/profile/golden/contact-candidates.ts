import type { ContactPoint } from './golden-record.types.js';
import type { MemberIdentifier } from './member.types.js';
import { originOf, type Statement } from './statement.js';
import type { Candidate } from './survive.js';

/**
 * The identifiers of one type that the records hold. One that is blocked stands for nobody and never survives; one that is
 * shared by many, contested, or no longer held (`until`) survives only where nothing better is.
 */
export function contactCandidates(statements: readonly Statement[], type: string): Candidate<ContactPoint>[] {
  return statements.flatMap(({ member, trust }) =>
    member.identifiers
      .filter((each) => each.type === type)
      .map((identifier) => {
        const { key, namespace, display, status, contested, until, capturedAt } = identifier;
        return {
          origin: originOf(member, capturedAt ?? member.capturedAt),
          trust,
          value: { type, namespace, display },
          key,
          usable: status !== 'BLOCKED',
          valid: status === 'LINKABLE' && !contested && until === null,
          completeness: 1,
          spelling: 0,
        };
      }),
  );
}

export function showContact({ display }: Pick<MemberIdentifier, 'display'>): unknown {
  return display;
}
