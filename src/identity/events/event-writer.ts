import type { WriteTx } from '../../graph/transaction.js';
import { createEvents } from '../identity.queries.js';
import type { IdentityEvent } from './event.types.js';

/**
 * Writes the events of a transaction, which took its number before, with gap-free numbers of their own.
 *
 * @param at epoch milliseconds of the change
 */
export async function writeEvents(tx: WriteTx, events: readonly IdentityEvent[], at: number): Promise<void> {
  if (events.length > 0) await tx.run(createEvents, { rows: events.map(row), at });
}

function row(
  { id, kind, customer, retired, identifiers, decisions, policy, actor }: IdentityEvent,
  at: number,
): object {
  const properties = { id, kind, policy, ...(actor === null ? {} : { actor }) };
  return { properties, customer, retired, identifiers, decisions, ordinal: at + 1 };
}
