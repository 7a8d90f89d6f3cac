import type { OutcomeKind } from '../../identity/identity.types.js';

/** What became of the rows so far. */
export interface Tally {
  readonly rows: number;
  /** Rows that the mapping says are no records. */
  readonly skipped: number;
  readonly warnings: number;
  /** Rows of which something is stored and joins nobody, because the source or this load is held. */
  readonly stopped?: number;
  readonly outcomes: Readonly<Partial<Record<OutcomeKind, number>>>;
}

export const NO_ROWS: Tally = { rows: 0, skipped: 0, warnings: 0, outcomes: {} };

/** Both together. */
export function add(one: Tally, other: Tally): Tally {
  const outcomes: Partial<Record<OutcomeKind, number>> = { ...one.outcomes };
  for (const [outcome, count] of Object.entries(other.outcomes) as [OutcomeKind, number][]) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
  }
  return {
    rows: one.rows + other.rows,
    skipped: one.skipped + other.skipped,
    warnings: one.warnings + other.warnings,
    stopped: (one.stopped ?? 0) + (other.stopped ?? 0),
    outcomes,
  };
}

const grouped = new Intl.NumberFormat('en-US');

/** `12345` -> `12,345`. */
export const count = (value: number): string => grouped.format(value);

/** What became of a load that is held, or whose source is. */
export function describeStopped(stopped: number, dryRun: boolean): string {
  const held = dryRun ? 'would be held' : 'is held';
  return `the source or this load ${held}: ${count(stopped)} records are stored, and what they add joins nobody until a steward releases or rejects it (sourceHolds; docs/deciding.md)`;
}

/** The outcome of a load in two lines; `rowsNow` of the rows were written in these `seconds`. */
export function describeTally(tally: Tally, rowsNow: number, seconds: number, dryRun: boolean, noun: string): string[] {
  const rate = seconds > 0 ? Math.round(rowsNow / seconds) : rowsNow;
  const outcomes = Object.entries(tally.outcomes).filter(([, number]) => number > 0);
  const parts = outcomes.map(([outcome, number]) => `${outcome.toLowerCase()} ${count(number)}`);
  if (tally.skipped > 0) parts.push(`skipped ${count(tally.skipped)}`);
  if (tally.warnings > 0) parts.push(`warnings ${count(tally.warnings)}`);
  const earlier = tally.rows - rowsNow;
  const resumed = earlier > 0 ? `, ${count(earlier)} before` : '';
  return [
    `${count(rowsNow)} ${noun} in ${seconds.toFixed(1)} s (${count(rate)}/s)${resumed}${dryRun ? ', nothing written' : ''}`,
    parts.join(' · ') || `no ${noun}`,
  ];
}
