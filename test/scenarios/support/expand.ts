import type { IncomingIdentifier, IncomingRecord } from '../../../src/ingest/record.types.js';
import type { CaseRecord, Identifiers } from './case.types.js';

const RANGE = /\{(\d+)\.\.(\d+)\}/;

/** A source record's name in a case: `crm/17`. */
export interface Ref {
  readonly source: string;
  readonly recordId: string;
}

/** Source and record id of `crm/17`; an empty name stays empty, so that a case can send a bad key. */
export function refOf(name: string): Ref {
  const at = name.indexOf('/');
  return { source: name.slice(0, Math.max(at, 0)), recordId: name.slice(at + 1) };
}

/** `crm/17`. */
export function nameOf({ source, recordId }: Ref): string {
  return `${source}/${recordId}`;
}

/** `crm/{1..3}` is `crm/1`, `crm/2`, `crm/3`; a text without a range is itself. */
export function expand(text: string): string[] {
  return numbers(text).map((n) => (n === null ? text : text.replace(RANGE, String(n))));
}

/** Several names, ranges written out. */
export function expandAll(names: readonly string[]): string[] {
  return names.flatMap(expand);
}

/** The records that one entry of a case stands for, in the shape of the API. */
export function incomingRecords(entry: CaseRecord): IncomingRecord[] {
  return numbers(entry.record).map((n): IncomingRecord => {
    const { record, identifiers, removeIdentifiers, attributes, ...rest } = n === null ? entry : numbered(entry, n);
    return {
      ...refOf(record.replace(RANGE, String(n))),
      ...rest,
      identifiers: listOf(identifiers ?? {}),
      ...(removeIdentifiers && { removeIdentifiers: listOf(removeIdentifiers) }),
      attributes: attributes ?? {},
    };
  });
}

/** Type, namespace and value of `EMAIL ana@correo.mx` or `SSO@https://login.example ana`. */
export function identifierOf(text: string): IncomingIdentifier {
  const at = text.indexOf(' ');
  return { ...typeOf(text.slice(0, at)), value: text.slice(at + 1) };
}

/** `{ EMAIL: [a, b] }` as a list of identifiers. */
export function listOf(identifiers: Identifiers): IncomingIdentifier[] {
  return Object.entries(identifiers).flatMap(([type, values]) =>
    [values].flat().flatMap((given) => {
      const { value, ...time } = typeof given === 'string' ? { value: given } : given;
      return expand(value).map((each) => ({ ...typeOf(type), value: each, ...time }));
    }),
  );
}

function typeOf(text: string): { type: string; namespace?: string } {
  const at = text.indexOf('@');
  return at < 0 ? { type: text } : { type: text.slice(0, at), namespace: text.slice(at + 1) };
}

function numbers(text: string): (number | null)[] {
  const [, first, last] = RANGE.exec(text) ?? [];
  if (first === undefined || last === undefined) return [null];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
}

function numbered(entry: CaseRecord, n: number): CaseRecord {
  return JSON.parse(JSON.stringify(entry).replaceAll('{n}', String(n))) as CaseRecord;
}
