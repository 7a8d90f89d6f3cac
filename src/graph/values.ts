import neo4j, { DateTime, Integer } from 'neo4j-driver';

/** A number that must arrive as a Float although it is whole. */
export class Float {
  constructor(readonly value: number) {}
}

/** Sends `value` as a Float. Without it a whole number travels as an Integer. */
export function float(value: number): Float {
  return new Float(value);
}

/**
 * What the driver shall send: whole numbers and bigints as Integer, other numbers as Float, a Date as a zoned DateTime in
 * UTC, undefined as null, arrays and plain objects by their parts. Throws on a whole number beyond 2^53 - 1.
 *
 * A Date costs the driver as much as twenty other values: batches send epoch milliseconds and let Cypher say
 * `datetime({epochMillis: row.capturedAt})`; the way back is `record.capturedAt.epochMillis`.
 */
export function encode(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? encodeInteger(value) : value;
    case 'bigint':
      return neo4j.int(value);
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : encodeObject(value);
    default:
      return value;
  }
}

/** The parameters of a statement. */
export function encodeParams(params: object): Record<string, unknown> {
  return encodeMap(params);
}

function encodeInteger(value: number): Integer {
  if (!Number.isSafeInteger(value)) throw new RangeError('a whole number beyond 2^53 - 1 cannot be sent exactly');
  return Integer.fromNumber(value);
}

function encodeObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Date) return encodeDate(value);
  if (value instanceof Float) return value.value;
  if (value instanceof Integer) return value;
  return encodeMap(value);
}

/**
 * The fields of a map, each encoded. The driver recognises its own types by fields such as `__isInteger__`, so a name
 * of that form, which a caller could have chosen, is refused.
 */
function encodeMap(map: object): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(map)) {
    if (name.startsWith('__')) throw new RangeError('a field whose name starts with __ cannot be sent');
    encoded[name] = encode(value);
  }
  return encoded;
}

function encodeDate(date: Date): DateTime<number> {
  if (Number.isNaN(date.getTime())) throw new RangeError('an invalid Date cannot be sent');
  return new DateTime(
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    date.getUTCMilliseconds() * 1_000_000,
    0,
  );
}

/**
 * A row that the driver received (with `disableLosslessIntegers`) as a plain object: a DateTime becomes a Date, a node or
 * relationship its plain properties. Lists and maps are decoded in place, so a row can be decoded once. Throws on an
 * Integer beyond 2^53 - 1, which the driver has turned into an infinity.
 */
export function decodeRow(row: { readonly keys: readonly PropertyKey[]; get(index: number): unknown }): object {
  return Object.fromEntries(row.keys.map((name, index) => [name, decode(row.get(index))]));
}

function decode(value: unknown): unknown {
  if (typeof value === 'number') return decodeNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return decodeList(value);
  if (Object.getPrototypeOf(value) === Object.prototype) return decodeMap(value);
  if (value instanceof DateTime) return decodeDate(value as DateTime<number>);
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return decodeMap(value.properties);
  if (neo4j.isPath(value)) throw new TypeError('return nodes(path) and relationships(path), not a path');
  return decodeMap(value);
}

/** In place: a large customer has hundreds of thousands of values, and a copy of each would have to be thrown away. */
function decodeList(list: unknown[]): unknown[] {
  for (let index = 0; index < list.length; index += 1) list[index] = decode(list[index]);
  return list;
}

function decodeMap(map: object): object {
  const fields = map as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (typeof value === 'object' || typeof value === 'number') fields[name] = decode(value);
  }
  return fields;
}

function decodeNumber(value: number): number {
  if (value === Infinity || value === -Infinity) {
    throw new RangeError('a number beyond 2^53 - 1 cannot be read exactly');
  }
  return value;
}

function decodeDate(value: DateTime<number>): Date {
  if (value.timeZoneOffsetSeconds === undefined || value.timeZoneOffsetSeconds === null || value.year < 100)
    return value.toStandardDate();
  const { year, month, day, hour, minute, second, nanosecond, timeZoneOffsetSeconds } = value;
  const milliseconds = Math.floor(nanosecond / 1_000_000);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - timeZoneOffsetSeconds * 1_000);
}
