import type { RowProblem } from '../record.types.js';
import { convert } from './convert.js';
import { readDate, readInstant } from './dates.js';
import type { FieldRule, InstantRule, Mapping } from './mapping.types.js';
import { allHold, cell, isInexact, type Parts, type Row } from './row.js';

/** A value, nothing (the columns are empty or a condition does not hold), or why it could not be read. */
export type Reading = { readonly value?: string; readonly problem?: RowProblem };

const NOTHING: Reading = {};
const fault = (code: string, field: string, message: string): Reading => ({ problem: { code, field, message } });

/** The text that `from` finds in `part`, and the column that it came from. */
function textOf(from: readonly string[], join: string | undefined, part: Row, empty: ReadonlySet<string>) {
  const found = from.flatMap((column) => {
    const text = cell(part, column, empty);
    return text === undefined ? [] : [{ column, text }];
  });
  const first = found[0];
  if (!first) return null;
  return { column: first.column, text: join === undefined ? first.text : found.map(({ text }) => text).join(join) };
}

/** The first part of the row in which one of `columns` holds something. */
export function partWith(columns: readonly string[], parts: Parts, empty: ReadonlySet<string>): Row | undefined {
  return parts.all.find((part) => columns.some((column) => cell(part, column, empty) !== undefined));
}

/** Reads `rule` from one part; `field` is the path that a problem names. */
export function readFieldOfPart(rule: FieldRule, field: string, mapping: Mapping, parts: Parts, part: Row): Reading {
  if (!allHold(rule.when, parts, part, mapping.empty)) return NOTHING;
  if (rule.constant !== undefined) return { value: rule.constant };
  const found = textOf(rule.from, rule.join, part, mapping.empty);
  if (!found) return NOTHING;
  const { column, text } = found;
  if (isInexact(part, column)) {
    return fault('INEXACT_NUMBER', field, `column ${column} holds a number too large to be exact in JSON; quote it`);
  }
  if (rule.date) {
    const date = readDate(text, rule.date, mapping.twoDigitYearsFrom);
    return date
      ? { value: date }
      : fault('INVALID_DATE', field, `column ${column} is no date in ${rule.date.join(' or ')}`);
  }
  if (!rule.as) return { value: text };
  const converted = convert(rule.as, text, mapping.tables);
  return converted.ok ? { value: converted.value } : fault(converted.code, field, `column ${column} ${converted.why}`);
}

/** Reads `rule` from the first part of the row that has one of its columns. */
export function readField(rule: FieldRule, field: string, mapping: Mapping, parts: Parts): Reading {
  const part = rule.constant === undefined ? partWith(rule.from, parts, mapping.empty) : parts.base;
  return part ? readFieldOfPart(rule, field, mapping, parts, part) : NOTHING;
}

/** Reads a moment from `part`; nothing when its columns are empty. */
export function readInstantOfPart(rule: InstantRule, field: string, mapping: Mapping, part: Row): Reading {
  const found = textOf(rule.from, undefined, part, mapping.empty);
  if (!found) return NOTHING;
  const value = readInstant(found.text, rule.format, rule.offset, mapping.twoDigitYearsFrom);
  const message = `column ${found.column} is no moment in ${rule.format.join(' or ')}`;
  return value === null ? fault('INVALID_INSTANT', field, message) : { value };
}
