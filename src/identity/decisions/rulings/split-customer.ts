import type { RecordKey } from '../../../kernel/ids.js';
import type { Bench } from '../../identity.service.js';
import type { DecisionSide } from '../../resolution/evidence.types.js';
import { groundOf, liveCustomers, sidesOf } from '../ground.js';
import { refuse } from '../refused.js';

/** Records that are another person than the rest of their customer. */
export interface SplitCommand {
  readonly customer: string;
  readonly records: readonly RecordKey[];
}

/** The two sides of the NEVER that parts them. Throws Refused: for records of somebody else, for all, and for none. */
export async function splitSides(bench: Bench, { customer, records }: SplitCommand): Promise<DecisionSide[]> {
  if (records.length === 0) refuse('INVALID_INPUT', 'records', 'is empty: say which records leave');
  const [id] = await liveCustomers(bench, [{ id: customer, field: 'customerId', follows: true }]);
  if (!id) return refuse('UNKNOWN_CUSTOMER', 'customerId', 'was never issued');
  const ground = await groundOf(bench, [id]);
  const members = ground.records.get(id) ?? [];
  const keys = new Set(members.map((record) => record.key));
  const foreign = records.findIndex((key) => !keys.has(key));
  if (foreign >= 0) refuse('FOREIGN_RECORD', `records[${foreign}]`, 'is no record of this customer');
  const named = new Set(records);
  const leaving = members.filter((record) => named.has(record.key));
  const staying = members.filter((record) => !named.has(record.key));
  if (staying.length === 0) refuse('ALL_RECORDS', 'records', 'are all of its records: nobody would stay');
  return sidesOf(bench, ground, [staying, leaving]);
}
