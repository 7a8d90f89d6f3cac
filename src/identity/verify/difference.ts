import type { CustomerState, IdentifierMark } from '../engine/engine.types.js';
import type { Gathered } from '../engine/gather.js';
import type { MembershipPlan } from '../engine/engine.types.js';

/** Something in the graph that is not what `resolve` says. Named by customer ids and record keys, never by values. */
export interface Difference {
  readonly kind: 'PARTITION' | 'CONTESTED' | 'CUSTOMER' | 'MISPLACED_RECORD' | 'STATUS';
  readonly subject: string;
  readonly message: string;
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
        const holders = [...gathered.records.values()].filter((each) =>
          each.attachments.some((a) => a.identifier === mark.key),
        );
        const message = mark.contested
          ? 'holds a contested identifier that is not marked'
          : 'holds an identifier wrongly marked contested';
        return { kind: 'CONTESTED', subject: holders[0]?.key ?? '-', message };
      }),
  ];
}

function isNews(mark: IdentifierMark, gathered: Gathered): boolean {
  return (gathered.standings.get(mark.key)?.contested ?? false) !== mark.contested;
}

function changedFields(before: CustomerState | undefined, after: CustomerState): string[] {
  const names = ['createdAt', 'size', 'constrained', 'known', 'slots', 'persons'] as const;
  return names.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after[name]));
}
