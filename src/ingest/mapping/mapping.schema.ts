/** JSON Schema of a mapping file as people write it; `describe-errors.ts` turns its errors into sentences. */

const text = { type: 'string', minLength: 1, maxLength: 256 } as const;
const columns = {
  if: { type: 'array' },
  then: { type: 'array', items: text, minItems: 1, maxItems: 20 },
  else: text,
} as const;
const texts = { type: 'array', items: { type: 'string', maxLength: 256 }, minItems: 1, maxItems: 1000 } as const;

const object = <Properties extends object>(properties: Properties, required: readonly string[] = []) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;

const condition = object({ column: text, is: texts, isNot: texts, present: { type: 'boolean' }, matches: text }, [
  'column',
]);
const conditions = {
  if: { type: 'array' },
  then: { type: 'array', items: condition, maxItems: 20 },
  else: condition,
} as const;

const formats = {
  if: { type: 'array' },
  then: { type: 'array', items: text, minItems: 1, maxItems: 20 },
  else: text,
} as const;

const field = {
  from: columns,
  constant: text,
  join: { type: 'string', maxLength: 16 },
  as: text,
  date: formats,
  when: conditions,
} as const;
const fieldRule = { if: { type: 'string' }, then: text, else: object(field) } as const;
/** An attribute is a column, a rule, or a group of them such as an address. */
const attributeRule = {
  if: { type: 'string' },
  then: text,
  else: {
    type: 'object',
    if: { required: ['group'] },
    then: object({ group: { type: 'object', minProperties: 1, maxProperties: 50, additionalProperties: fieldRule } }),
    else: object(field),
  },
} as const;

const instantRule = {
  if: { type: 'string' },
  then: text,
  else: object({ from: columns, format: formats, offset: { type: 'string', pattern: '^[+-]\\d{2}:\\d{2}$' } }, [
    'from',
  ]),
} as const;

const identifierRule = object(
  {
    type: { type: 'string', pattern: '^[A-Z][A-Z0-9_]{0,63}$' },
    from: columns,
    join: field.join,
    as: text,
    namespace: text,
    since: instantRule,
    until: instantRule,
    when: conditions,
  },
  ['type', 'from'],
);

const truth = object({
  clusters: object({ source: text, recordId: text, cluster: text }, ['recordId', 'cluster']),
  pairs: object({ leftSource: text, left: text, rightSource: text, right: text }, ['left', 'right']),
});

export const MAPPING_SCHEMA = object(
  {
    format: { enum: ['csv', 'jsonl'] },
    encoding: text,
    delimiter: { type: 'string', minLength: 1, maxLength: 4 },
    source: { if: { type: 'string' }, then: text, else: object({ from: columns, as: text }, ['from']) },
    recordId: { if: { type: 'string' }, then: text, else: object({ from: columns, join: field.join }, ['from']) },
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    sourceVersion: instantRule,
    capturedAt: instantRule,
    lists: columns,
    empty: texts,
    twoDigitYearsFrom: { type: 'integer', minimum: 1800, maximum: 2100 },
    tables: {
      type: 'object',
      maxProperties: 50,
      additionalProperties: { type: 'object', minProperties: 1, maxProperties: 10_000, additionalProperties: text },
    },
    identifiers: { type: 'array', maxItems: 100, items: identifierRule },
    attributes: { type: 'object', maxProperties: 200, additionalProperties: attributeRule },
    skip: conditions,
    truth,
  },
  ['format', 'source', 'recordId'],
);
