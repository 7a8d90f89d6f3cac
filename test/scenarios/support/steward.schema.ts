const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;
const closed = <Properties>(properties: Properties, required: readonly string[]) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;

/** Names of customers and of steps. */
export const name = { type: 'string', pattern: '^[A-Z][A-Z0-9 ]*$' } as const;

const event = closed(
  {
    event: { enum: ['MERGED', 'SPLIT', 'MOVED', 'REVIVED', 'EMPTIED'] },
    customer: text,
    retired: { type: 'array', items: name },
    identifiers: texts,
    decisions: { type: 'array', items: name },
    actor: { type: ['string', 'null'] },
  },
  ['event', 'customer'],
);
/** Events in their order. */
export const events = { type: 'array', items: event } as const;

const matter = {
  kind: { enum: ['CONTESTED', 'GENERIC', 'OVERSIZED', 'SELF_CONFLICT', 'SKIPPED_DECISION'] },
  about: text,
  reasons: texts,
} as const;

/** Review items that are open. */
export const reviews = { type: 'array', items: closed(matter, ['kind', 'about']) } as const;

/** Decisions by the name of the step that took them. */
export const decisions = {
  type: 'object',
  propertyNames: name,
  additionalProperties: closed(
    { status: { enum: ['ACTIVE', 'REVOKED', 'EXPIRED', 'ENDED'] }, kind: text, actor: text, reason: text },
    ['status'],
  ),
} as const;

/** Kinds of the events of a remembered id, oldest first. */
export const history = { type: 'object', propertyNames: name, additionalProperties: texts } as const;

const side = { ...closed({ customers: texts, records: texts, identifiers: texts }, []) } as const;
const acts = {
  mergeCustomers: closed({ into: text, customers: texts }, ['into', 'customers']),
  neverLink: { type: 'array', items: side },
  splitCustomer: closed({ customer: text, records: texts }, ['customer', 'records']),
  detachIdentifier: closed({ record: text, identifier: text }, ['record', 'identifier']),
  blockIdentifier: text,
  unblockIdentifier: text,
  revokeDecision: text,
  unmerge: text,
  decideReviewItem: closed({ ...matter, choice: text, identifier: text, outdated: { const: true } }, [
    'kind',
    'about',
    'choice',
  ]),
  applyPolicy: { type: 'object' },
} as const;

const manner = {
  reason: { type: 'string' },
  dryRun: { type: 'boolean' },
  idempotencyKey: text,
  refused: { type: 'string', pattern: '^[A-Z_]+( .+)?$' },
  replayed: { const: true },
  changes: events,
} as const;

/** One form for each act, with what any step may say. */
export function stewardSteps<Told extends object>(told: Told): object[] {
  return Object.entries(acts).map(([act, form]) => closed({ [act]: form, ...manner, ...told }, [act]));
}
