import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Decision } from '../decisions/decision.types.js';
import { decisionEvidence } from '../decisions/decisions-after.js';
import type { RecordState } from '../records/record.types.js';
import type { Evidence, RecordEvidence } from '../resolution/evidence.types.js';
import type { IdentifierDelta, RecordDelta, Standing } from './engine.types.js';

/** A record as `resolve` sees it. */
export function recordEvidence(record: RecordState): RecordEvidence {
  return {
    key: record.key,
    realm: record.realm,
    person: record.person,
    attachments: record.attachments.map(({ identifier, type, namespace, capturedAt, tenure, status }) => {
      return { identifier, type, namespace, capturedAt, tenure, active: status === 'ACTIVE' };
    }),
  };
}

/** The gathered records after the change: replaced, added, and without those that were deleted. */
export function recordsAfter(
  before: ReadonlyMap<RecordKey, RecordState>,
  deltas: readonly RecordDelta[],
): RecordState[] {
  const after = new Map<RecordKey, RecordState>(before);
  for (const delta of deltas) {
    if (delta.after.deleted) after.delete(delta.after.key);
    else after.set(delta.after.key, delta.after);
  }
  return [...after.values()];
}

/** Evidence of a closed part of the graph: blocked and generic identifiers as they stand after the change. */
export function evidenceAfter(
  records: readonly RecordState[],
  standings: ReadonlyMap<IdentifierKey, Pick<Standing, 'status'>>,
  identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>,
  decisions: readonly Decision[] = [],
): Evidence {
  const blocked = new Set<IdentifierKey>();
  const generic = new Set<IdentifierKey>();
  for (const record of records) {
    for (const { identifier } of record.attachments) {
      const status = (identifiers.get(identifier) ?? standings.get(identifier))?.status;
      if (status === 'BLOCKED') blocked.add(identifier);
      if (status === 'GENERIC') generic.add(identifier);
    }
  }
  return { records: records.map(recordEvidence), decisions: decisionEvidence(decisions), blocked, generic };
}
