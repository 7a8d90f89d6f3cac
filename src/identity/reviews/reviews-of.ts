import type { NewHold } from '../breaker/breaker.types.js';
import type { IdentifierDelta, MembershipPlan } from '../engine/engine.types.js';
import type { DecisionsAfter } from '../decisions/decisions-after.js';
import type { ReviewMark } from './review.types.js';

/** What a change brings up for stewards, and what it settles. */
export function reviewsOf(
  plan: MembershipPlan,
  identifiers: readonly IdentifierDelta[],
  { ended }: DecisionsAfter,
): ReviewMark[] {
  return [
    ...plan.marks.map(({ key, contested, contestReasons }): ReviewMark => {
      return { kind: 'CONTESTED', about: key, reasons: [...contestReasons].sort(), open: contested };
    }),
    ...identifiers.filter(flips).map(({ key, status }): ReviewMark => {
      return { kind: 'GENERIC', about: key, reasons: [], open: status === 'GENERIC' };
    }),
    ...plan.conflicts.map(({ record, types }): ReviewMark => {
      return { kind: 'SELF_CONFLICT', about: record, reasons: types, open: types.length > 0 };
    }),
    ...plan.oversized.map(({ customer, open }): ReviewMark => {
      return { kind: 'OVERSIZED', about: customer, reasons: [], open };
    }),
    ...[...plan.skipped, ...ended.map(({ decision }) => ({ decision: decision.id, open: false }))].map(
      ({ decision, open }): ReviewMark => ({ kind: 'SKIPPED_DECISION', about: decision, reasons: [], open }),
    ),
  ];
}

/** Sources and jobs that are held from now on. */
export function reviewsOfHolds(holds: readonly NewHold[]): ReviewMark[] {
  return holds.map(({ id, cause }) => ({ kind: 'SOURCE_HELD', about: id, reasons: [cause], open: true }));
}

function flips({ status, before }: IdentifierDelta): boolean {
  return (status === 'GENERIC') !== (before?.status === 'GENERIC');
}
