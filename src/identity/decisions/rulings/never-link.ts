import type { CustomerId, IdentifierKey, RecordKey } from '../../../kernel/ids.js';
import type { Bench } from '../../identity.service.js';
import { typeAndNamespace } from '../../engine/link-rules.js';
import type { StoredRecord } from '../../records/record.types.js';
import type { DecisionSide } from '../../resolution/evidence.types.js';
import { groundOf, liveCustomers, liveRecords, sidesOf } from '../ground.js';
import { refuse } from '../refused.js';

/** One of the different people: everything named here is theirs. */
export interface NeverSide {
  readonly customers: readonly string[];
  readonly records: readonly RecordKey[];
  readonly identifiers: readonly IdentifierKey[];
}

/**
 * The sides of a NEVER. A customer stands for its live records and the unguarded identifiers that link them; a guarded
 * identifier for the records that hold it now. Throws Refused.
 */
export async function neverSides(bench: Bench, sides: readonly NeverSide[]): Promise<DecisionSide[]> {
  if (sides.length < 2) refuse('INVALID_INPUT', 'sides', 'are fewer than two: nobody is told from anybody');
  const customers: CustomerId[][] = [];
  for (const [index, side] of sides.entries()) {
    const ids = side.customers.map((id, at) => ({ id, field: `sides[${index}].customerIds[${at}]`, follows: true }));
    customers.push(await liveCustomers(bench, ids));
  }
  const held = await Promise.all(sides.map((side) => holdersOf(bench, side)));
  const ground = await groundOf(bench, [...customers.flat(), ...held.flat()]);
  const named: StoredRecord[][] = [];
  for (const [index, side] of sides.entries()) {
    const keys = side.records.map((key, at) => ({ key, field: `sides[${index}].records[${at}]` }));
    const whole = (customers[index] ?? []).flatMap((id) => ground.records.get(id) ?? []);
    const holding = [...ground.records.values()].flat().filter((record) => holdsGuarded(bench, record, side));
    named.push([
      ...new Map([...whole, ...holding, ...(await liveRecords(bench, keys))].map((r) => [r.key, r])).values(),
    ]);
  }
  return together(sides, sidesOf(bench, ground, named), bench);
}

function together(asked: readonly NeverSide[], found: readonly DecisionSide[], bench: Bench): DecisionSide[] {
  const sides = found.map(({ records, identifiers }, index): DecisionSide => {
    const unguarded = asked[index]?.identifiers.filter((key) => isUnguarded(bench, key)) ?? [];
    return { records, identifiers: [...new Set([...identifiers, ...unguarded])].sort() };
  });
  sides.forEach(({ records, identifiers }, index) => {
    const field = `sides[${index}]`;
    if (records.length + identifiers.length === 0) refuse('INVALID_INPUT', field, 'names nobody');
    const others = sides.slice(index + 1);
    const [ownRecords, ownIdentifiers] = [new Set(records), new Set(identifiers)];
    if (others.some((other) => other.records.some((key) => ownRecords.has(key))))
      refuse('SAME_SIDE', field, 'shares a record with another side: nobody differs from themselves');
    if (others.some((other) => other.identifiers.some((key) => ownIdentifiers.has(key))))
      refuse('SAME_SIDE', field, 'shares an identifier with another side');
  });
  return sides;
}

/** Customers of the records that hold a guarded identifier of the side. */
async function holdersOf({ store, context }: Bench, { identifiers }: NeverSide): Promise<CustomerId[]> {
  const guarded = identifiers.filter((key) => context.policy.types[typeAndNamespace(key).type]?.guard !== 'no');
  return guarded.length > 0 ? store.holders(guarded) : [];
}

function holdsGuarded(bench: Bench, record: StoredRecord, { identifiers }: NeverSide): boolean {
  return record.attachments.some(
    ({ identifier, status }) =>
      status === 'ACTIVE' && identifiers.includes(identifier) && !isUnguarded(bench, identifier),
  );
}

function isUnguarded({ context }: Bench, key: IdentifierKey): boolean {
  return context.policy.types[typeAndNamespace(key).type]?.guard === 'no';
}
