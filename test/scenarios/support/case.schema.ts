import * as steward from './steward.schema.js';

const text = { type: 'string', minLength: 1 } as const;
const ref = { type: 'string', pattern: '^[^/]+/.+$' } as const;
const { name } = steward;
const refs = { type: 'array', items: ref, minItems: 1 } as const;
const byRef = <Value>(value: Value) => ({ type: 'object', propertyNames: ref, additionalProperties: value }) as const;
const names = { type: 'object', propertyNames: name, additionalProperties: ref } as const;
const closed = <Properties>(properties: Properties, required: readonly string[]) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;

const inTime = closed({ value: { type: 'string' }, since: text, until: text }, ['value']);
const value = { anyOf: [{ type: 'string' }, inTime] } as const;
const identifiers = {
  type: 'object',
  propertyNames: { pattern: '^[A-Z][A-Z0-9_]*(@.+)?$' },
  additionalProperties: { anyOf: [value, { type: 'array', items: value }] },
} as const;
const attributes = { type: 'object' } as const;

const record = closed(
  {
    record: { type: 'string' },
    identifiers,
    removeIdentifiers: identifiers,
    attributes,
    sourceVersion: text,
    capturedAt: text,
    mode: { enum: ['REPLACE', 'PATCH'] },
  },
  ['record'],
);
const told = { as: name, events: steward.events, writesNothing: { const: true }, remember: names } as const;
const answered = {
  outcomes: byRef(text),
  warnings: byRef({ type: 'array', items: text }),
  problems: { type: 'object', additionalProperties: text },
  ...told,
} as const;
const upsert = closed(
  {
    upsert: { type: 'array', items: record, minItems: 1 },
    realm: text,
    dryRun: { type: 'boolean' },
    oneByOne: { type: 'boolean' },
    ...answered,
  },
  ['upsert'],
);
const remove = closed({ delete: refs, sourceVersion: text, ...answered }, ['delete']);
const between = { left: ref, right: ref } as const;
const golden = closed({ value: text, from: ref, rule: text, not: { type: 'array', items: text } }, []);
const expectation = {
  ...closed(
    {
      customers: { type: 'array', items: refs },
      ids: byRef(name),
      newIds: refs,
      answers: {
        type: 'object',
        propertyNames: name,
        additionalProperties: closed(
          { status: { enum: ['LIVE', 'REDIRECTED', 'SPLIT', 'EMPTIED', 'UNKNOWN'] }, by: refs },
          ['status'],
        ),
      },
      createdAt: byRef(name),
      constrained: byRef({ type: 'boolean' }),
      identifiers: {
        type: 'array',
        items: closed(
          {
            identifier: { type: 'string', pattern: '^[A-Z][A-Z0-9_]*(@\\S+)? .+$' },
            status: { enum: ['LINKABLE', 'GENERIC', 'BLOCKED'] },
            contested: { type: 'array', items: { enum: ['CAPACITY', 'NEVER', 'PERSONS', 'REALM'] } },
            because: { enum: ['PLACEHOLDER', 'ROLE'] },
            finds: { anyOf: [ref, { type: 'null' }] },
          },
          ['identifier'],
        ),
      },
      records: byRef(closed({ identifiers, attributes }, [])),
      whyNot: {
        type: 'array',
        items: closed({ ...between, reasons: { type: 'array', items: text, minItems: 1 } }, [
          'left',
          'right',
          'reasons',
        ]),
      },
      explain: {
        type: 'array',
        items: closed({ ...between, path: { type: 'array', items: text, minItems: 3 } }, ['left', 'right', 'path']),
      },
      profiles: byRef({ type: 'object', additionalProperties: { anyOf: [golden, { type: 'null' }] } }),
      sizes: byRef(closed({ records: { type: 'integer' }, identifiers: { type: 'integer' } }, [])),
      reviews: steward.reviews,
      decisions: steward.decisions,
      history: steward.history,
    },
    [],
  ),
  minProperties: 1,
} as const;
const stewards = steward.stewardSteps(told);
const acts = [upsert, remove, ...stewards];
const concurrently = { type: 'array', items: { oneOf: acts }, minItems: 2 } as const;
const step = {
  type: 'object',
  oneOf: [
    ...acts,
    closed({ concurrently, done: { type: 'integer' }, refused: text }, ['concurrently']),
    closed({ check: expectation }, ['check']),
  ],
} as const;

/** What a file in `test/scenarios` may say. */
export const caseSchema = closed(
  {
    scenarios: { type: 'array', items: { type: 'integer', minimum: 1, maximum: 48 }, minItems: 1 },
    title: text,
    shows: text,
    differs: text,
    only: closed({ door: { enum: ['service', 'graphql'] }, because: text }, ['door', 'because']),
    policy: { type: 'object' },
    inAnyOrder: { type: 'boolean' },
    given: { type: 'array', items: step },
    when: { type: 'array', items: step, minItems: 1 },
    then: expectation,
  },
  ['scenarios', 'title', 'shows', 'when', 'then'],
);
