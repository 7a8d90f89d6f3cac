import { expect } from '@jest/globals';
import type { Answered } from './case.types.js';
import type { Told } from './door.types.js';

/** Compares what a step answered with what it should. Warnings and rejections that nobody announced are failures. */
export function checkAnswer(told: readonly Told[], step: Answered, place: string): void {
  const { outcomes = {}, warnings = {}, problems = {} } = step;
  const seen = {
    outcomes: pick(told, (each) => (each.record in outcomes ? each.outcome : null)),
    warnings: pick(told, (each) => (each.warnings.length > 0 ? each.warnings : null)),
    problems: pick(told, (each) => each.problem),
    withoutReason: told.filter((each) => each.outcome === 'REJECTED' && !each.problem).map((each) => each.record),
  };
  expect({ [place]: seen }).toEqual({ [place]: { outcomes, warnings, problems, withoutReason: [] } });
}

function pick<Value>(told: readonly Told[], read: (each: Told) => Value | null): Record<string, Value> {
  const entries = told.flatMap((each) => {
    const value = read(each);
    return value === null ? [] : [[each.record, value] as const];
  });
  return Object.fromEntries(entries);
}
