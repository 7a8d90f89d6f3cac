import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Evidence } from '../resolution/evidence.types.js';
import type { Links, LinkUnit } from '../resolution/link-units.js';

/** Two records and an identifier that both hold. */
export interface ChainLink {
  readonly left: RecordKey;
  readonly identifier: IdentifierKey;
  readonly right: RecordKey;
}

/**
 * The shortest chain of records and identifiers from one record to another, over linkable identifiers that `mayJoin`
 * admits; of two equally short ones that of the stronger types. Null when there is none, [] from a record to itself.
 * O(attachments).
 */
export function shortestChain(
  { records }: Evidence,
  { units }: Links,
  [from, to]: readonly [RecordKey, RecordKey],
  mayJoin: (identifier: IdentifierKey) => boolean,
): ChainLink[] | null {
  const start = records.findIndex((record) => record.key === from);
  const end = records.findIndex((record) => record.key === to);
  if (start === -1 || end === -1) return null;
  const unitsOf = unitsByRecord(units.filter((unit) => mayJoin(unit.identifier)));
  const reached = new Map<number, { unit: LinkUnit; before: number } | null>([[start, null]]);
  const seen = new Set<LinkUnit>();
  const queue = [start];
  for (const at of queue) {
    if (at === end) break;
    for (const unit of unitsOf.get(at) ?? []) {
      if (seen.has(unit)) continue;
      seen.add(unit);
      for (const next of unit.records) {
        if (reached.has(next)) continue;
        reached.set(next, { unit, before: at });
        queue.push(next);
      }
    }
  }
  return reached.has(end) ? walkBack(end) : null;

  function walkBack(last: number): ChainLink[] {
    const chain: ChainLink[] = [];
    for (let step = reached.get(last), at = last; step; at = step.before, step = reached.get(at)) {
      const left = records[step.before]?.key;
      const right = records[at]?.key;
      if (left && right) chain.unshift({ left, identifier: step.unit.identifier, right });
    }
    return chain;
  }
}

/** Units of each record, strongest first as `linkable` orders them. */
function unitsByRecord(units: readonly LinkUnit[]): Map<number, LinkUnit[]> {
  const byRecord = new Map<number, LinkUnit[]>();
  for (const unit of units) {
    for (const index of unit.records) {
      const own = byRecord.get(index);
      if (own) own.push(unit);
      else byRecord.set(index, [unit]);
    }
  }
  return byRecord;
}
