import { applyBatch } from '../../identity/engine/apply-batch.js';
import { evidenceAfter } from '../../identity/engine/evidence-after.js';
import { identifierDeltas } from '../../identity/engine/identifier-deltas.js';
import type { Policy } from '../../identity/policy/policy.types.js';
import type { Resolution } from '../../identity/resolution/evidence.types.js';
import { resolve } from '../../identity/resolution/resolve.js';
import { atOnce } from '../../kernel/turns.js';
import { normaliseRecord } from '../../ingest/normalise/normalise-record.js';
import type { IncomingRecord } from '../../ingest/record.types.js';
import { DEFAULT_REALM } from '../../kernel/ids.js';

export interface ResolvedInMemory {
  readonly resolution: Resolution;
  /** Records that could not be taken. */
  readonly rejected: number;
  /** Values that were left out. */
  readonly warnings: number;
}

/**
 * What the service would make of these records in an empty graph: the same normalisation, the same versions of a record
 * that occurs twice, the same blocked identifiers, the same `resolve`. Only `componentMax` plays no part.
 */
export function resolveInMemory(records: readonly IncomingRecord[], policy: Policy): ResolvedInMemory {
  const settings = { policy, realm: DEFAULT_REALM };
  const read = records.map((record) => normaliseRecord(record, settings));
  const changes = read.flatMap((each) => (each.kind === 'change' ? [each.change] : []));
  const { deltas } = applyBatch(changes, [], 0);
  const states = deltas.map(({ after }) => after).filter(({ deleted }) => !deleted);
  const evidence = atOnce(evidenceAfter(states, new Map(), identifierDeltas(deltas, [], policy)));
  return {
    resolution: resolve(evidence, policy),
    rejected: read.length - changes.length,
    warnings: read.reduce((sum, each) => sum + (each.kind === 'change' ? each.warnings.length : 0), 0),
  };
}
