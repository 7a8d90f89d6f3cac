import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { CustomerState, IdentifierMark } from '../engine/engine.types.js';
import type { Gathered } from '../engine/gather.js';
import type { MembershipPlan } from '../engine/engine.types.js';

type DifferenceKind =
  | ('PARTITION' | 'CONTESTED' | 'CUSTOMER' | 'MISPLACED_RECORD' | 'STATUS' | 'RULES')
  | ('EVENT' | 'REDIRECT' | 'REVIEW' | 'DECISION' | 'CONFLICT' | 'HOLD');

/** Something in the graph that is not what `resolve` says. Named by customer ids and record keys, never by values. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly subject: string;
  readonly message: string;
}

/**
 * Without what is known to be behind: customers that wait for a later job (`unsettled`), because a change led into a
 * component too large for a request to walk.
 */
export function ofSettled(differences: readonly Difference[], { customers, records }: Gathered): Difference[] {
  const waits = (subject: string): boolean =>
    customers.get(records.get(subject as RecordKey)?.customerId ?? (subject as CustomerId))?.unsettled ?? false;
  return differences.filter(({ subject }) => !waits(subject));
}

/** A record that holds the identifier; one of a customer that waits for a later job, if there is one. */
export function holderOf(identifier: IdentifierKey, { customers, records }: Gathered): string {
  const holders = [...records.values()].filter((each) => each.attachments.some((a) => a.identifier === identifier));
  const waiting = holders.find(({ customerId }) => customerId && customers.get(customerId)?.unsettled);
  return (waiting ?? holders[0])?.key ?? '-';
}

/** What a plan that should change nothing would change. */
export function differencesOf(plan: MembershipPlan, gathered: Gathered): Difference[] {
  return [
    ...plan.moves.map(({ record, from, to }): Difference => {
      const target = to && gathered.customers.has(to) ? `customer ${to}` : 'a customer of its own';
      return {
        kind: 'PARTITION',
        subject: record,
        message: `is stored in customer ${from ?? '-'} and belongs to ${target}`,
      };
    }),
    ...plan.conflicts.map(({ record }): Difference => {
      return { kind: 'CONFLICT', subject: record, message: 'is in conflict with itself otherwise than it says' };
    }),
    ...plan.skipped.map(({ decision, open }): Difference => {
      const message = open ? 'cannot be followed and does not say so' : 'can be followed and says that it cannot';
      return { kind: 'DECISION', subject: decision, message };
    }),
    ...plan.retired.map(({ id }): Difference => {
      return { kind: 'PARTITION', subject: id, message: 'is stored as live and has no records of its own' };
    }),
    ...plan.updated.flatMap((after): Difference[] => {
      const fields = changedFields(gathered.customers.get(after.id), after);
      if (fields.length === 0) return [];
      return [
        { kind: 'CUSTOMER', subject: after.id, message: `carries another ${fields.join(', ')} than its records say` },
      ];
    }),
    ...plan.marks
      .filter((mark) => isNews(mark, gathered))
      .map((mark): Difference => {
        const message = mark.contested
          ? 'holds a contested identifier that is not marked'
          : 'holds an identifier wrongly marked contested';
        return { kind: 'CONTESTED', subject: holderOf(mark.key, gathered), message };
      }),
  ];
}

function isNews(mark: IdentifierMark, gathered: Gathered): boolean {
  return (gathered.standings.get(mark.key)?.contestReasons.length ?? 0) > 0 !== mark.contested;
}

function changedFields(before: CustomerState | undefined, after: CustomerState): string[] {
  const names = ['createdAt', 'size', 'constrained', 'known', 'slots', 'persons'] as const;
  return names.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after[name]));
}
