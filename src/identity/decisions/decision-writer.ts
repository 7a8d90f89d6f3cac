import { LIMITS } from '../../kernel/limits.js';
import type { WriteTx } from '../../graph/transaction.js';
import {
  createDecisions,
  endDecisions,
  nameIdentifiers,
  nameRecords,
  skipDecisions,
  unnameRecords,
} from '../identity.queries.js';
import type { MembershipPlan } from '../engine/engine.types.js';
import type { Decision } from './decision.types.js';
import type { DecisionsAfter } from './decisions-after.js';

/**
 * Writes what changed about decisions. Comes after the evidence, whose records and identifiers it names, and after the
 * transaction took its number.
 *
 * @param skipped those that cannot be followed any more, or can again; one may begin so
 * @param at epoch milliseconds of the change
 */
export async function writeDecisions(
  tx: WriteTx,
  { begun, ended, unnamed }: DecisionsAfter,
  skipped: MembershipPlan['skipped'],
  at: number,
): Promise<void> {
  const names = begun.flatMap(({ id, sides }) => sides.map((each, side) => ({ decision: id, side, ...each })));
  const records = names.flatMap(({ decision, side, records }) => records.map((key) => ({ decision, side, key })));
  const identifiers = names.flatMap(({ decision, side, identifiers }) =>
    identifiers.map((key) => ({ decision, side, key })),
  );
  const ends = ended.map(({ decision, status, by }) => ({ id: decision.id, status, by }));
  await Promise.all([
    begun.length > 0 ? tx.run(createDecisions, { rows: begun.map(row) }) : null,
    inSlices(records, (rows) => tx.run(nameRecords, { rows })),
    inSlices(identifiers, (rows) => tx.run(nameIdentifiers, { rows })),
    unnamed.length > 0 ? tx.run(unnameRecords, { rows: unnamed }) : null,
    skipped.length > 0 ? tx.run(skipDecisions, { rows: skipped }) : null,
    ends.length > 0 ? tx.run(endDecisions, { rows: ends, at }) : null,
  ]);
}

/** A few rows at a time: to pack the ten thousand of a large customer at once would hold up everybody else. */
async function inSlices<Row>(rows: readonly Row[], send: (slice: readonly Row[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < rows.length; at += LIMITS.namesPerStatement)
    await send(rows.slice(at, at + LIMITS.namesPerStatement));
}

function row({ decidedAt, expiresAt, cutAt = null, sides, skipped: _skipped, ...said }: Decision): object {
  return { decidedAt, expiresAt, cutAt, properties: { ...said, sides: sides.length } };
}
