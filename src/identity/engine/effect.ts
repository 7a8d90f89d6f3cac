import type { Brought } from './bring-up-to-date.js';

/** What a change does, in numbers. */
export interface Effect {
  /** Customers that are new. */
  readonly created: number;
  /** Ids that end in another customer. */
  readonly merged: number;
  /** Customers that fall apart. */
  readonly split: number;
  /** Customers that take over records of customers that go on. */
  readonly moved: number;
  /** Former ids that are live again. */
  readonly revived: number;
  /** Customers without records. */
  readonly emptied: number;
  /** Identifiers that begin to reach records which are told apart. */
  readonly contested: number;
}

/** What was decided, and the events of it. */
interface EffectCause extends Pick<Brought, 'events'> {
  readonly decided: Pick<Brought['decided'], 'plan'>;
}

/** The effect of what was brought up to date. */
export function effectOf({ decided: { plan }, events }: EffectCause): Effect {
  const count = (kind: string): number => events.filter((event) => event.kind === kind).length;
  return {
    created: plan.created.length,
    merged: plan.retired.filter((each) => each.into.length > 0).length,
    ...{ split: count('SPLIT'), moved: count('MOVED'), revived: plan.revived.length, emptied: count('EMPTIED') },
    contested: plan.marks.filter((each) => each.contested).length,
  };
}
