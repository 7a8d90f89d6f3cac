import type { Principal } from '../../../auth/principal.js';
import type { IdentifierInput } from '../../../ingest/graphql/identifier-input.types.js';
import type { IdentifiersService } from '../../../ingest/identifiers.service.js';
import { recordKey, type IdentifierKey, type RecordKey } from '../../../kernel/ids.js';
import { LIMITS } from '../../../kernel/limits.js';
import type { RecordRef } from '../../graphql/record-ref.types.js';
import { refuse } from '../refused.js';

/** The keys of records. Throws Refused when they are too many. */
export function readRecords(refs: readonly Pick<RecordRef, 'source' | 'recordId'>[], field: string): RecordKey[] {
  if (refs.length > LIMITS.namesPerDecision)
    refuse('LIMIT_EXCEEDED', field, `holds ${refs.length} records; at most ${LIMITS.namesPerDecision} are allowed`);
  return refs.map(({ source, recordId }) => recordKey(source, recordId));
}

/** The key of an identifier, written in any usual way. Throws Refused naming the part that cannot be read. */
export function readIdentifierKey(
  identifiers: IdentifiersService,
  { realm }: Principal,
  { type, value, namespace }: Pick<IdentifierInput, 'type' | 'value' | 'namespace'>,
  field: string,
): IdentifierKey {
  const read = identifiers.read({ type, value, namespace: namespace ?? undefined });
  if (read.ok) return identifiers.key(realm, read.identifier);
  const { code, field: part, message } = read.problem;
  return refuse(code, `${field}.${part}`, message);
}
