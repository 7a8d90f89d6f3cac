import type { Bench } from '../../identity.service.js';
import type { DecisionSide } from '../../resolution/evidence.types.js';
import { groundOf, liveCustomers, sidesOf } from '../ground.js';
import { refuse } from '../refused.js';

/** Customers to be held for one person. */
export interface MergeCommand {
  readonly into: string;
  readonly customers: readonly string[];
}

/**
 * The sides of an ALWAYS. A target that was merged away is followed; of the others each must be live, or nothing is done.
 * Throws Refused.
 */
export async function mergeSides(bench: Bench, { into, customers }: MergeCommand): Promise<DecisionSide[]> {
  if (customers.length === 0) refuse('INVALID_INPUT', 'customers', 'is empty: at least one customer is to be merged');
  const named = customers.map((id, index) => ({ id, field: `customers[${index}]`, follows: false }));
  const [target, ...others] = await liveCustomers(bench, [{ id: into, field: 'into', follows: true }, ...named]);
  if (!target) return refuse('UNKNOWN_CUSTOMER', 'into', 'was never issued');
  const same = others.findIndex((id, index) => id === target || others.indexOf(id) !== index);
  if (same >= 0) refuse('ALREADY_ONE', `customers[${same}]`, 'is the same customer as another one of the list');
  const ground = await groundOf(bench, [target, ...others]);
  const members = [target, ...others].map((id) => ground.records.get(id) ?? []);
  const realms = new Set(members.flat().map((record) => record.realm));
  if (realms.size > 1) refuse('DIFFERENT_REALM', 'customers', 'belong to realms that never link');
  return sidesOf(bench, ground, members).map(({ records }) => ({ records, identifiers: [] }));
}
