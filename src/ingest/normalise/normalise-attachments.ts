import type { NormaliseContext, NormalisedIdentifier } from '../../identifiers/identifier.types.js';
import { normalise } from '../../identifiers/registry.js';
import { identifierKey, type IdentifierKey } from '../../kernel/ids.js';
import type { RecordChange } from '../../identity/records/record.types.js';
import type { IncomingIdentifier, IncomingRecord, RowProblem } from '../record.types.js';
import { readMoment } from './moment.js';
import type { NormaliseSettings } from './normalise.types.js';

/** The identifiers of a record that could be read, and what is wrong with the others. */
export interface AttachmentsRead {
  readonly attachments: RecordChange['attachments'];
  readonly removed: readonly IdentifierKey[];
  readonly warnings: readonly RowProblem[];
}

/** Identifiers in canonical form, each once; one that cannot be read is left out with a warning. */
export function normaliseAttachments(
  record: IncomingRecord,
  context: NormaliseContext,
  settings: NormaliseSettings,
  capturedAt: number | null,
): AttachmentsRead {
  const warnings: RowProblem[] = [];
  const attachments = new Map<IdentifierKey, RecordChange['attachments'][number]>();
  record.identifiers.forEach((raw, index) => {
    const field = `identifiers[${index}]`;
    const read = readIdentifier(raw, context, settings);
    if (!read.ok) return warnings.push({ ...read.problem, field: `${field}.${read.problem.field}` });
    const key = keyOf(read.identifier, settings);
    if (attachments.has(key)) return;
    const since = readMoment(raw.since, `${field}.since`);
    const until = readMoment(raw.until, `${field}.until`);
    warnings.push(...since.warnings, ...until.warnings);
    const { type, namespace, canonical, display, quality } = read.identifier;
    const value = { identifier: key, type, namespace, raw: raw.value, canonical, display, quality };
    attachments.set(key, { ...value, capturedAt, since: since.at, until: until.at });
    return;
  });
  const removed = (record.removeIdentifiers ?? []).flatMap((raw, index) => {
    const read = readIdentifier(raw, context, settings);
    if (read.ok) return [keyOf(read.identifier, settings)];
    warnings.push({ ...read.problem, field: `removeIdentifiers[${index}].${read.problem.field}` });
    return [];
  });
  return { attachments: [...attachments.values()], removed, warnings };
}

function keyOf({ type, namespace, matchKey }: NormalisedIdentifier, { realm }: NormaliseSettings): IdentifierKey {
  return identifierKey(realm, type, namespace, matchKey);
}

/** One identifier in canonical form, by the format that the policy gives its type. */
export function readIdentifier(
  raw: Pick<IncomingIdentifier, 'type' | 'value' | 'namespace'>,
  context: NormaliseContext,
  { policy }: Pick<NormaliseSettings, 'policy'>,
): ReturnType<typeof normalise> {
  const type = Object.hasOwn(policy.types, raw.type) ? policy.types[raw.type] : undefined;
  if (type) return normalise(raw, context, type.format);
  const message = `is not a type of this policy; allowed are ${Object.keys(policy.types).join(', ')}`;
  return { ok: false, problem: { code: 'UNKNOWN_TYPE', field: 'type', message } };
}
