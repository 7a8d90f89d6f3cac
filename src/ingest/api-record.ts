import { Ajv, type ValidateFunction } from 'ajv';
import type { IncomingIdentifier, IncomingRecord, RowOutcome, RowProblem } from './record.types.js';
import type { Row } from './mapping/row.js';

const text = { type: 'string' } as const;
const identifier = {
  type: 'object',
  properties: { type: text, value: text, namespace: text, since: text, until: text },
  required: ['type', 'value'],
  additionalProperties: false,
} as const;
const record = {
  type: 'object',
  properties: {
    source: { type: 'string', minLength: 1 },
    recordId: { type: 'string', minLength: 1 },
    sourceVersion: text,
    capturedAt: text,
    identifiers: { type: 'array' },
    removeIdentifiers: { type: 'array' },
    attributes: { type: 'object' },
    mode: { enum: ['REPLACE', 'PATCH'] },
  },
  required: ['source', 'recordId', 'identifiers'],
  additionalProperties: false,
} as const;

const ajv = new Ajv({ allErrors: false });
const isRecord = ajv.compile<Omit<IncomingRecord, 'attributes'> & { attributes?: Row }>(record);
const isIdentifier = ajv.compile<IncomingIdentifier>(identifier);

/** What the first error of `validate` says, as a field and a sentence; the value is not repeated. */
function problemOf(validate: ValidateFunction, code: string, at: string): RowProblem {
  const error = validate.errors?.[0];
  const inside = error?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  const params: Readonly<Record<string, unknown>> = error?.params ?? {};
  const name = params['missingProperty'] ?? params['additionalProperty'];
  const field = [at, inside, typeof name === 'string' ? name : ''].filter(Boolean).join('.');
  if (error?.keyword === 'required') return { code, field, message: 'is missing' };
  if (error?.keyword === 'additionalProperties') return { code, field, message: 'is not a field of a record' };
  return { code, field: field || 'line', message: error?.message ?? 'is not as expected' };
}

/**
 * A row that already has the API's shape. A malformed identifier is left out with a warning, anything else that is
 * malformed rejects the record.
 */
export function readApiRecord(row: Row): RowOutcome {
  const withoutNulls = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  if (!isRecord(withoutNulls)) return { kind: 'reject', problem: problemOf(isRecord, 'INVALID_RECORD', '') };
  const warnings: RowProblem[] = [];
  const understood = (list: readonly unknown[], name: string) =>
    list.flatMap((each, at) => {
      if (isIdentifier(each)) return [each];
      warnings.push(problemOf(isIdentifier, 'INVALID_IDENTIFIER', `${name}[${at}]`));
      return [];
    });
  const { removeIdentifiers, attributes, ...rest } = withoutNulls;
  const taken: IncomingRecord = {
    ...rest,
    attributes: attributes ?? {},
    identifiers: understood(rest.identifiers, 'identifiers'),
    ...(removeIdentifiers && { removeIdentifiers: understood(removeIdentifiers, 'removeIdentifiers') }),
  };
  return { kind: 'record', record: taken, warnings };
}
