import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Person } from './persons/person.types.js';

/** A set of records held to be one person while `resolve` is at work, with what limits whom it may join. */
export interface Group {
  readonly realm: string;
  smallestRecord: RecordKey;
  /** Indexes into the evidence's records. */
  records: number[];
  /** Slot name -> values held, for types with a capacity. */
  slots: Map<string, Set<IdentifierKey>>;
  /** NEVER decision -> its sides that this group holds. */
  sides: Map<string, Set<number>>;
  /** Distinct persons that the records name, by person key. */
  persons: Map<string, Person>;
}

/** The groups so far: which group each record is in, and how two become one. */
export class Partition {
  readonly #groupOf: Group[];

  constructor(groups: readonly Group[]) {
    this.#groupOf = [...groups];
  }

  /** The group of the record at `index`. */
  of(index: number): Group {
    const group = this.#groupOf[index];
    if (!group) throw new RangeError('no such record in this evidence');
    return group;
  }

  /** Distinct groups of the records, by smallest record key, so that no order of arrival shows. */
  reachedBy(indexes: readonly number[]): Group[] {
    const groups = [...new Set(indexes.map((index) => this.of(index)))];
    return groups.sort((a, b) => (a.smallestRecord < b.smallestRecord ? -1 : 1));
  }

  /** Joins the groups into the one with most records, so that a record moves at most log2(n) times. */
  join(groups: readonly Group[]): Group {
    const [target, ...others] = [...groups].sort((a, b) => b.records.length - a.records.length);
    if (!target) throw new RangeError('nothing to join');
    for (const other of others) {
      for (const index of other.records) {
        this.#groupOf[index] = target;
        target.records.push(index);
      }
      mergeSets(target.slots, other.slots);
      mergeSets(target.sides, other.sides);
      for (const [key, person] of other.persons) target.persons.set(key, person);
      if (other.smallestRecord < target.smallestRecord) target.smallestRecord = other.smallestRecord;
    }
    return target;
  }

  /** Every group once. */
  all(): Group[] {
    return [...new Set(this.#groupOf)];
  }
}

function mergeSets<Key, Value>(into: Map<Key, Set<Value>>, from: ReadonlyMap<Key, ReadonlySet<Value>>): void {
  for (const [key, values] of from) {
    const held = into.get(key);
    if (held) for (const value of values) held.add(value);
    else into.set(key, new Set(values));
  }
}
