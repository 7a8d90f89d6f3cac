import { createHash } from 'node:crypto';
import { flatten } from '../../identity/records/flat-attributes.js';
import { readInstant } from '../../kernel/instants.js';
import { recordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type {
  Interaction,
  InteractionItem,
  InteractionProblem,
  InteractionRow,
  SubjectKey,
} from '../interaction.types.js';
import { recordSubject } from '../subject.js';
import { readItems } from './read-items.js';
import { InvalidField, isObject, keyText, name, optionalText, textOf } from './fields.js';

/** An interaction that was understood, with a digest of what it says. */
export interface NewInteraction extends Omit<Interaction, 'receivedAt'> {
  readonly contentHash: string;
}

export type ReadInteraction =
  | { readonly kind: 'read'; readonly interaction: NewInteraction; readonly warnings: readonly InteractionProblem[] }
  | { readonly kind: 'rejected'; readonly problem: InteractionProblem };

/** Reads an identifier: its subject, or why it could not be read. */
export type ReadSubject = (identifier: {
  readonly type: string;
  readonly value: string;
  readonly namespace?: string;
}) => SubjectKey | { readonly problem: InteractionProblem };

const FIELDS = new Set([
  ...['source', 'interactionId', 'record', 'identifier', 'type', 'direction', 'channel', 'brandId', 'occurredAt'],
  ...['campaign', 'referrer', 'context', 'items'],
]);
const SECTIONS = new Set(['behavioural', 'personal', 'situational']);
const BRAND = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * One interaction as it was sent, checked and in canonical form. A part of its context that cannot be kept is left out
 * with a warning; anything else that is wrong rejects it, because it is never written over later. `now` (epoch
 * milliseconds) tells which moments are still to come. No message repeats a value.
 */
export function readInteraction(row: InteractionRow, readSubject: ReadSubject, now: number): ReadInteraction {
  try {
    const warnings: InteractionProblem[] = [];
    const interaction = understand(row, readSubject, now, warnings);
    return { kind: 'read', interaction: { ...interaction, contentHash: digest(interaction) }, warnings };
  } catch (error) {
    if (error instanceof InvalidField) return { kind: 'rejected', problem: error.problem };
    throw error;
  }
}

function understand(
  row: InteractionRow,
  readSubject: ReadSubject,
  now: number,
  warnings: InteractionProblem[],
): Omit<NewInteraction, 'contentHash'> {
  const surplus = Object.keys(row).some((field) => !FIELDS.has(field));
  // The name of a field is the caller's own text as much as a value is.
  if (surplus) throw new InvalidField('INVALID_INPUT', 'interaction', `has a field beside ${[...FIELDS].join(', ')}`);
  const source = keyText(row['source'], 'source', true);
  const interactionId = keyText(row['interactionId'], 'interactionId', false);
  return {
    id: recordKey(source, interactionId),
    source,
    interactionId,
    subjectKey: subjectOf(row, readSubject),
    type: name(row['type'], 'type'),
    direction: directionOf(row['direction']),
    channel: name(row['channel'], 'channel'),
    brandId: brandOf(row['brandId']),
    campaign: optionalText(row['campaign'], 'campaign', LIMITS.campaignChars),
    referrer: optionalText(row['referrer'], 'referrer', LIMITS.referrerChars),
    occurredAt: momentOf(row['occurredAt'], now),
    context: contextOf(row['context'], warnings),
    items: readItems(row['items']),
  };
}

function subjectOf({ record, identifier }: InteractionRow, readSubject: ReadSubject): SubjectKey {
  if (isObject(record) === isObject(identifier)) {
    throw new InvalidField('INVALID_INPUT', 'record', 'exactly one of record and identifier says whose it is');
  }
  if (isObject(record)) {
    const source = keyText(record['source'], 'record.source', true);
    return recordSubject(recordKey(source, keyText(record['recordId'], 'record.recordId', false)));
  }
  const { type, value, namespace } = identifier as Record<string, unknown>;
  const space =
    namespace === null || namespace === undefined ? {} : { namespace: textOf(namespace, 'identifier.namespace') };
  const subject = readSubject({
    type: textOf(type, 'identifier.type'),
    value: textOf(value, 'identifier.value'),
    ...space,
  });
  if (typeof subject === 'string') return subject;
  const { code, field, message } = subject.problem;
  throw new InvalidField(code, `identifier.${field}`, message);
}

function directionOf(value: unknown): Interaction['direction'] {
  if (value === 'FROM_CUSTOMER' || value === 'TO_CUSTOMER') return value;
  throw new InvalidField('INVALID_INPUT', 'direction', 'is neither FROM_CUSTOMER nor TO_CUSTOMER');
}

function brandOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && BRAND.test(value)) return value;
  throw new InvalidField('INVALID_INPUT', 'brandId', 'is no slug: small letters, digits and -, at most 64');
}

function momentOf(value: unknown, now: number): number {
  const instant = typeof value === 'string' ? readInstant(value) : null;
  if (!instant) {
    throw new InvalidField('INVALID_DATE', 'occurredAt', 'is not an RFC 3339 instant such as 2026-01-31T10:00:00Z');
  }
  if (instant.epochMs <= now + LIMITS.clockAheadSeconds * 1_000) return instant.epochMs;
  throw new InvalidField('INVALID_DATE', 'occurredAt', 'lies more than a day ahead');
}

function contextOf(value: unknown, warnings: InteractionProblem[]): Interaction['context'] {
  if (value === null || value === undefined) return {};
  if (!isObject(value)) throw new InvalidField('INVALID_INPUT', 'context', 'is not an object');
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > LIMITS.contextBytes) {
    const message = `takes ${bytes} bytes; at most ${LIMITS.contextBytes} are allowed`;
    throw new InvalidField('LIMIT_EXCEEDED', 'context', message);
  }
  const known = Object.entries(value).filter(([section, each]) => SECTIONS.has(section) && isObject(each));
  if (known.length < Object.keys(value).length) {
    const message = `was left out in part: it has objects named ${[...SECTIONS].join(', ')}, and nothing else`;
    warnings.push({ code: 'INVALID_ATTRIBUTE', field: 'context', message });
  }
  const { attributes, problems } = flatten(Object.fromEntries(known));
  warnings.push(...problems.map(({ code, path, message }) => ({ code, field: `context.${path}`, message })));
  return attributes;
}

/** Equal digests say the same; the order of fields does not matter, that of items does. */
function digest({ context, items, ...rest }: Omit<NewInteraction, 'contentHash'>): string {
  const sorted = Object.entries({ ...rest, ...context }).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = items.map(({ id, quantity, price, currency, category }: InteractionItem) => {
    return [id, quantity, price, currency, category];
  });
  return createHash('sha256')
    .update(JSON.stringify([sorted, lines]))
    .digest('hex')
    .slice(0, 32);
}
