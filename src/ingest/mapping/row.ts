import type { Condition } from './mapping.types.js';

/** One row of a source: the cells of a CSV line or a JSON object. */
export type Row = Readonly<Record<string, unknown>>;

/** A row taken apart: its own columns first, then every element of its lists. */
export interface Parts {
  readonly base: Row;
  readonly all: readonly Row[];
}

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes `row` apart along `lists`; elements that are no objects are ignored. */
export function partsOf(row: Row, lists: readonly string[]): Parts {
  const elements = lists.flatMap((list) => (Array.isArray(row[list]) ? (row[list] as unknown[]) : []));
  return { base: row, all: [row, ...elements.filter(isObject)] };
}

/** The own property at `column`, or at the dotted path that it is (`address.city`); undefined when missing. */
function valueAt(part: Row, column: string): unknown {
  if (Object.hasOwn(part, column)) return part[column];
  if (!column.includes('.')) return undefined;
  return column
    .split('.')
    .reduce<unknown>((value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined), part);
}

/**
 * Text of a cell, trimmed; undefined when it holds nothing, one of the `empty` values, or no scalar. Numbers and
 * booleans become text.
 */
export function cell(part: Row, column: string, empty: ReadonlySet<string>): string | undefined {
  const value = valueAt(part, column);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const text = String(value).trim();
  return text === '' || empty.has(text.toLowerCase()) ? undefined : text;
}

/** A number that JSON could not hold exactly: an id of 17 digits that was not quoted has already lost its end. */
export function isInexact(part: Row, column: string): boolean {
  const value = valueAt(part, column);
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** The value a condition looks at: of the same part, else of the first part that has one. */
function conditionValue(parts: Parts, part: Row, column: string, empty: ReadonlySet<string>): string | undefined {
  const own = cell(part, column, empty);
  if (own !== undefined) return own;
  for (const other of parts.all) {
    const value = cell(other, column, empty);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether `condition` holds for `part`; values are compared without regard to case. */
export function holds(condition: Condition, parts: Parts, part: Row, empty: ReadonlySet<string>): boolean {
  const value = conditionValue(parts, part, condition.column, empty);
  if (condition.present !== undefined) return condition.present === (value !== undefined);
  const isOneOf = (values: readonly string[]) => values.some((one) => one.toLowerCase() === value?.toLowerCase());
  if (condition.is) return value !== undefined && isOneOf(condition.is);
  if (condition.isNot) return value === undefined || !isOneOf(condition.isNot);
  return value !== undefined && condition.matches?.test(value) === true;
}

/** Whether all `conditions` hold for `part`. */
export function allHold(
  conditions: readonly Condition[],
  parts: Parts,
  part: Row,
  empty: ReadonlySet<string>,
): boolean {
  return conditions.every((condition) => holds(condition, parts, part, empty));
}
