import type { WriteTx } from '../../graph/transaction.js';
import type { NewHold } from './breaker.types.js';
import { createHolds } from './hold.queries.js';

/**
 * Puts holds in force, after the transaction took its number.
 *
 * @param more who held them by hand and why, and the request, where somebody did
 * @param at epoch milliseconds
 */
export async function writeHolds(tx: WriteTx, holds: readonly NewHold[], at: number, more: object = {}): Promise<void> {
  const [first] = holds;
  if (!first) return;
  const rows = holds.map(({ largest, ...hold }) => {
    return { ...hold, largestCustomer: largest?.customer ?? null, largestGained: largest?.gained ?? null, ...more };
  });
  // The version only has to be another one than before.
  await tx.run(createHolds, { rows, version: first.id, at });
}
