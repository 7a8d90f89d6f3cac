import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { isTurn, mapping, type Steps } from '../../kernel/turns.js';
import type { Decision } from '../decisions/decision.types.js';
import { decisionEvidence } from '../decisions/decisions-after.js';
import type { Attachment, RecordState } from '../records/record.types.js';
import type { Evidence, RecordEvidence } from '../resolution/evidence.types.js';
import { tenuresOf, type Held, type StewardCuts } from '../resolution/tenures.js';
import type { IdentifierDelta, RecordDelta, Standing } from './engine.types.js';

/** Records as `resolve` sees them. All the records that hold an identifier must be here, or its tenures are not known. */
function* recordsEvidence(records: readonly RecordState[], cuts: StewardCuts): Steps<RecordEvidence[]> {
  const tenure = tenuresOf(
    records.flatMap((record) => record.attachments.map(held)),
    cuts,
  );
  yield;
  return yield* mapping(records, ({ key, realm, person, attachments }) => ({
    ...{ key, realm, person },
    attachments: attachments.map((each) => {
      const { identifier, type, namespace, capturedAt, status } = each;
      return { identifier, type, namespace, capturedAt, tenure: tenure(held(each)), active: status === 'ACTIVE' };
    }),
  }));
}

function held({ identifier, since, until, capturedAt, status }: Attachment): Held {
  return { identifier, since, until, capturedAt, active: status === 'ACTIVE' };
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
export function* evidenceAfter(
  records: readonly RecordState[],
  standings: ReadonlyMap<IdentifierKey, Pick<Standing, 'status' | 'cuts'>>,
  identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>,
  decisions: readonly Decision[] = [],
): Steps<Evidence> {
  const blocked = new Set<IdentifierKey>();
  const generic = new Set<IdentifierKey>();
  const cuts = new Map<IdentifierKey, readonly number[]>();
  for (const [index, record] of records.entries()) {
    if (isTurn(index)) yield;
    for (const { identifier } of record.attachments) {
      const standing = identifiers.get(identifier) ?? standings.get(identifier);
      if (standing?.status === 'BLOCKED') blocked.add(identifier);
      if (standing?.status === 'GENERIC') generic.add(identifier);
      if (standing && standing.cuts.length > 0) cuts.set(identifier, standing.cuts);
    }
  }
  const stated = yield* recordsEvidence(records, cuts);
  return { records: stated, decisions: decisionEvidence(decisions), blocked, generic };
}
