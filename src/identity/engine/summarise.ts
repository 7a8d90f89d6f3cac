import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Policy } from '../policy/policy.types.js';
import type { RecordState } from '../records/record.types.js';
import { sidesHeld } from '../resolution/decisions.js';
import type { Evidence, Resolution } from '../resolution/evidence.types.js';
import { compare, linkable, type Links } from '../resolution/link-units.js';
import { isUnknown, personKey } from '../resolution/persons/person-key.js';
import { displayNameOf } from '../records/display-name.js';
import type { CustomerState } from './engine.types.js';
import { typeAndNamespace } from './link-rules.js';
import { UnionFind } from './union-find.js';

/** Works out what customers carry, from the records of a closed part of the graph. */
export class Summary {
  readonly #links: Links;
  readonly #indexOf: ReadonlyMap<RecordKey, number>;
  readonly #records: ReadonlyMap<RecordKey, RecordState>;
  readonly #constrained: ReadonlySet<RecordKey>;
  readonly #held: ReadonlyMap<RecordKey, readonly IdentifierKey[]>;
  readonly #sides: ReturnType<typeof sidesHeld>;

  constructor(
    evidence: Evidence,
    records: readonly RecordState[],
    resolution: Resolution,
    private readonly policy: Policy,
  ) {
    this.#links = linkable(evidence, policy);
    this.#indexOf = new Map(evidence.records.map((record, index) => [record.key, index]));
    this.#records = new Map(records.map((record) => [record.key, record]));
    this.#constrained = constrainedRecords(evidence, this.#links, resolution);
    this.#held = heldBy(evidence, this.#links);
    this.#sides = sidesHeld(evidence, this.#links);
  }

  /** The customer that these records are. `createdAt` is in epoch milliseconds. */
  customer(id: CustomerId, createdAt: number, keys: readonly RecordKey[]): CustomerState {
    const records = keys.flatMap((key) => this.#records.get(key) ?? []);
    const persons = new Set(records.filter((each) => !isUnknown(each.person)).map((each) => personKey(each.person)));
    const slots = keys.flatMap((key) => this.slotsOf(key));
    const unsettled = records.some((record) => record.attachments.some((each) => each.status === 'HELD'));
    return {
      ...{ id, createdAt, size: keys.length },
      constrained: unsettled || keys.some((key) => this.#constrained.has(key) || this.holdsSide(key)),
      unsettled,
      known: keys.some((key) => this.holdsUnguarded(key)),
      slots: [...new Set(slots)].sort(compare),
      persons: [...persons].sort(compare).slice(0, LIMITS.personsPerCustomer + 1),
      displayName: displayNameOf(persons.size > 0 ? records.filter((each) => !isUnknown(each.person)) : records),
    };
  }

  /** Of an active NEVER. */
  private holdsSide(key: RecordKey): boolean {
    return (this.#sides[this.#indexOf.get(key) ?? -1]?.size ?? 0) > 0;
  }

  private slotsOf(key: RecordKey): IdentifierKey[] {
    const slots = this.#links.slots[this.#indexOf.get(key) ?? -1];
    return [...(slots?.values() ?? [])].flatMap((values) => [...values]);
  }

  private holdsUnguarded(key: RecordKey): boolean {
    const held = this.#held.get(key) ?? [];
    return held.some((identifier) => this.policy.types[typeAndNamespace(identifier).type]?.guard === 'no');
  }
}

function heldBy(evidence: Evidence, links: Links): Map<RecordKey, IdentifierKey[]> {
  const held = new Map<RecordKey, IdentifierKey[]>();
  for (const unit of links.units) {
    for (const index of unit.records) {
      const key = evidence.records[index]?.key;
      if (key) held.set(key, [...(held.get(key) ?? []), unit.identifier]);
    }
  }
  return held;
}

/** Records whose evidence component holds a contested identifier or a record in conflict with itself. */
function constrainedRecords(evidence: Evidence, links: Links, resolution: Resolution): Set<RecordKey> {
  const components = new UnionFind();
  for (const record of evidence.records) components.add(`r${record.key}`);
  for (const unit of links.units) {
    for (const index of unit.records) components.union(`i${unit.identifier}`, `r${evidence.records[index]?.key ?? ''}`);
  }
  const live = new Set(evidence.records.map((each) => each.key));
  for (const { sides } of evidence.decisions.filter((each) => each.kind === 'ALWAYS')) {
    const [first, ...others] = sides.flatMap((side) => side.records).filter((key) => live.has(key));
    for (const other of others) components.union(`r${first ?? other}`, `r${other}`);
  }
  const contested = resolution.contested.map((each) => components.find(`i${each.identifier}`));
  const troubled = new Set([
    ...contested,
    ...resolution.selfConflicts.map((each) => components.find(`r${each.record}`)),
  ]);
  return new Set(evidence.records.map((each) => each.key).filter((key) => troubled.has(components.find(`r${key}`))));
}
