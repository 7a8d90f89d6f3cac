import { createHash } from 'node:crypto';
import type { WriteTx } from '../../graph/transaction.js';
import { closeReviews, openReviews } from '../identity.queries.js';
import type { ReviewKind, ReviewMark } from './review.types.js';

/** Kinds by the label of what they are about. */
const LABELS: Readonly<Record<ReviewKind, string>> = {
  CONTESTED: 'Identifier',
  GENERIC: 'Identifier',
  OVERSIZED: 'Customer',
  SELF_CONFLICT: 'SourceRecord',
  SKIPPED_DECISION: 'Decision',
  SOURCE_HELD: 'SourceHold',
};

/**
 * Opens, changes and closes review items, after everything that they are about.
 *
 * @param at epoch milliseconds of the change
 */
export async function writeReviews(tx: WriteTx, marks: readonly ReviewMark[], at: number): Promise<void> {
  const rows = marks.map((mark) => ({ ...mark, id: reviewId(mark), label: LABELS[mark.kind] }));
  const [opening, closing] = [rows.filter((row) => row.open), rows.filter((row) => !row.open)];
  await Promise.all([
    opening.length > 0 ? tx.run(openReviews, { rows: opening, at }) : null,
    closing.length > 0 ? tx.run(closeReviews, { rows: closing, at }) : null,
  ]);
}

/** One item for each matter, however often it comes up. The id says nothing about the value. */
export function reviewId({ kind, about }: Pick<ReviewMark, 'kind' | 'about'>): string {
  return createHash('sha256').update(`${kind}|${about}`).digest('hex').slice(0, 32);
}
