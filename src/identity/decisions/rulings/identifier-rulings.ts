import type { IdentifierKey, RecordKey } from '../../../kernel/ids.js';
import { LIMITS } from '../../../kernel/limits.js';
import type { Bench } from '../../identity.service.js';
import type { DecisionSide } from '../../resolution/evidence.types.js';
import { decisionsOfIdentifier } from '../decision.queries.js';
import { liveRecords } from '../ground.js';
import { refuse } from '../refused.js';

/** The side of a DETACH: this record does not have this identifier. Throws Refused. */
export async function detachSides(bench: Bench, record: RecordKey, identifier: IdentifierKey): Promise<DecisionSide[]> {
  const [stored] = await liveRecords(bench, [{ key: record, field: 'record' }]);
  const held = stored?.attachments.find((each) => each.identifier === identifier);
  if (!held) return refuse('NOT_HELD', 'identifier', 'is not held by this record');
  if (held.status === 'DETACHED') refuse('ALREADY_DECIDED', 'identifier', 'was taken from this record before');
  return [{ records: [record], identifiers: [identifier] }];
}

/** The side of a BLOCK: this identifier joins nobody. Throws Refused. */
export async function blockSides({ tx, store }: Bench, identifier: IdentifierKey): Promise<DecisionSide[]> {
  // However many hold it: two stewards who block it at once would both find it linking.
  await store.lockIdentifiers([{ key: identifier, lockUpTo: Number.MAX_SAFE_INTEGER }]);
  const found = await tx.one(decisionsOfIdentifier, { key: identifier, by: null });
  if (!found) return refuse('UNKNOWN_IDENTIFIER', 'identifier', 'is held by no record, and never was');
  if (found.blocks.length > 0 || found.reason !== null) refuse('ALREADY_DECIDED', 'identifier', 'joins nobody already');
  return [{ records: [], identifiers: [identifier] }];
}

/** A moment from which on an identifier is somebody else's. */
export interface CutCommand {
  readonly identifier: IdentifierKey;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * The side of a CUT: from a moment on this identifier is somebody else's. One that a decision blocks may be cut: so it is
 * ready when it is unblocked. Throws Refused.
 */
export async function cutSides({ tx, store, context }: Bench, { identifier, at }: CutCommand): Promise<DecisionSide[]> {
  if (at > context.now) refuse('INVALID_DATE', 'at', 'must not be in the future');
  // Under lock, so that of two who cut at the same moment one is told so.
  await store.lockIdentifiers([{ key: identifier, lockUpTo: Number.MAX_SAFE_INTEGER }]);
  const found = await tx.one(decisionsOfIdentifier, { key: identifier, by: null });
  if (!found) return refuse('UNKNOWN_IDENTIFIER', 'identifier', 'is held by no record, and never was');
  if (found.reason !== null) refuse('ALREADY_DECIDED', 'identifier', 'joins nobody by rule, whenever it was held');
  if (found.cuts.includes(at)) refuse('ALREADY_DECIDED', 'at', 'is where this identifier is cut already');
  const most = LIMITS.cutsPerIdentifier;
  if (found.cuts.length >= most)
    refuse('LIMIT_EXCEEDED', 'identifier', `is cut ${found.cuts.length} times; at most ${most} are allowed`);
  return [{ records: [], identifiers: [identifier] }];
}

/**
 * The decisions that block an identifier; those that the request `by` ended already, when it comes again because its
 * answer was lost. Throws Refused when none does, or when no decision does.
 */
export async function blocksToEnd({ tx }: Bench, identifier: IdentifierKey, by: string): Promise<string[]> {
  const found = await tx.one(decisionsOfIdentifier, { key: identifier, by });
  if (!found) return refuse('UNKNOWN_IDENTIFIER', 'identifier', 'is held by no record, and never was');
  if (found.ended.length > 0) return found.ended;
  if (found.blocks.length > 0) return found.blocks;
  const message = found.reason
    ? 'is a placeholder or the address of a role: it is blocked by rule, not by decision'
    : 'is not blocked';
  return refuse('NOT_BLOCKED', 'identifier', message);
}
