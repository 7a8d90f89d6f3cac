import type { CustomerId, IdentifierKey, RecordKey } from '../../../kernel/ids.js';
import type { Bench } from '../../identity.service.js';
import { typeAndNamespace } from '../../engine/link-rules.js';
import type { StoredRecord } from '../../records/record.types.js';
import type { DecisionSide } from '../../resolution/evidence.types.js';
import { compare } from '../../resolution/link-units.js';
import { groundOf, liveCustomers, liveRecords, sidesOf, type Ground } from '../ground.js';
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
  await lockNamed(bench, sides);
  const customers: CustomerId[][] = [];
  for (const [index, side] of sides.entries()) {
    const ids = side.customers.map((id, at) => ({ id, field: `sides[${index}].customerIds[${at}]`, follows: true }));
    customers.push(await liveCustomers(bench, ids));
  }
  const ground = await groundOfHolders(bench, sides, customers.flat());
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

/** Locks what the sides name, in the order of every writer: records, then identifiers, which nobody takes up or drops from then on. */
async function lockNamed(bench: Bench, sides: readonly NeverSide[]): Promise<void> {
  const records = [...new Set(sides.flatMap((side) => side.records))].sort(compare);
  if (records.length > 0) await bench.store.lockRecords(records);
  const guarded = guardedOf(bench, sides);
  if (guarded.length > 0)
    await bench.store.lockIdentifiers(guarded.map((key) => ({ key, lockUpTo: Number.MAX_SAFE_INTEGER })));
}

function guardedOf(bench: Bench, sides: readonly NeverSide[]): IdentifierKey[] {
  return [...new Set(sides.flatMap((side) => side.identifiers))]
    .filter((key) => !isUnguarded(bench, key))
    .sort(compare);
}

/** The customers with those that hold a guarded identifier of a side: looked at again until all of them are locked. */
async function groundOfHolders(
  bench: Bench,
  sides: readonly NeverSide[],
  customers: readonly CustomerId[],
): Promise<Ground> {
  const guarded = guardedOf(bench, sides);
  for (let known = [...customers]; ;) {
    const ground = await groundOf(bench, known);
    const holders = guarded.length > 0 ? await bench.store.holders(guarded) : [];
    // One may have been merged away while its lock was waited for: its records are somebody else's then.
    const strangers = holders.filter((id) => !ground.records.has(id));
    if (strangers.length === 0) return ground;
    known = [...known, ...strangers];
  }
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
