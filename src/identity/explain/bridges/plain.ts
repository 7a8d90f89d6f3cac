import type { IdentifierKey, RecordKey } from '../../../kernel/ids.js';
import { LIMITS } from '../../../kernel/limits.js';
import { isTurn, type Steps } from '../../../kernel/turns.js';
import type { Policy } from '../../policy/policy.types.js';
import type { Evidence, Resolution } from '../../resolution/evidence.types.js';
import type { Links } from '../../resolution/link-units.js';
import { comparePersons } from '../../resolution/persons/compare-persons.js';
import { isUnknown, personKey } from '../../resolution/persons/person-key.js';
import type { Person } from '../../resolution/persons/person.types.js';
import { attachmentLoss, identifierLoss, lossKey, recordLoss } from './loss.js';
import { anchorsOf } from './suspects.js';

/**
 * Whether no rule of `resolve` can fire in this evidence or in any part of it, so that connection alone decides: it is
 * one group, nothing is contested, skipped or in conflict with itself, every slot is within its plain capacity, no two
 * persons contradict each other and no type asks for agreement. These are the conditions of the engine's fast path.
 */
export function isPlain(evidence: Evidence, links: Links, resolution: Resolution, policy: Policy): boolean {
  return (
    resolution.groups.length === 1 &&
    resolution.contested.length === 0 &&
    resolution.selfConflicts.length === 0 &&
    resolution.skippedDecisions.length === 0 &&
    links.units.every((unit) => unit.records.length < 2 || unit.policy.guard !== 'agreement') &&
    slotsFit(links, policy) &&
    personsFit(evidence)
  );
}

function slotsFit({ slots }: Links, policy: Policy): boolean {
  const union = new Map<string, Set<IdentifierKey>>();
  for (const [slot, values] of slots.flatMap((own) => [...own])) {
    const all = union.get(slot) ?? new Set();
    for (const value of values) all.add(value);
    if (all.size > (policy.types[slot.slice(0, slot.indexOf('|'))]?.capacity ?? Infinity)) return false;
    union.set(slot, all);
  }
  return true;
}

function personsFit({ records }: Evidence): boolean {
  const distinct = new Map<string, Person>();
  for (const { person } of records) {
    if (!isUnknown(person)) distinct.set(personKey(person), person);
    if (distinct.size > LIMITS.personsPerCustomer) return false;
  }
  const persons = [...distinct.values()];
  return persons.every((a, i) => persons.slice(i + 1).every((b) => comparePersons(a, b) !== 'CONTRADICT'));
}

/**
 * Losses of a plain customer that change more than one vertex or edge of its graph, by `lossKey`: an identifier or
 * attachment of several tenures; a record by which an ALWAYS decision joins (another takes its place, or the decision
 * ends); a record that makes an identifier generic.
 */
export function* irregularLosses(evidence: Evidence, links: Links, policy: Policy): Steps<Set<string>> {
  const irregular = new Set<string>();
  const seen = new Set<string>();
  for (const [at, { identifier, records }] of links.units.entries()) {
    if (isTurn(at)) yield;
    const own = [identifierLoss(identifier)];
    const held = records.flatMap((index) => evidence.records[index]?.key ?? []);
    for (const key of [...own, ...held.map((record) => attachmentLoss(record, identifier))].map(lossKey)) {
      if (seen.has(key)) irregular.add(key);
      seen.add(key);
    }
  }
  const live = new Set(evidence.records.map((record) => record.key));
  const always = evidence.decisions.filter((decision) => decision.kind === 'ALWAYS');
  const anchors = always.flatMap((decision) => [...anchorsOf(decision.sides, live)]);
  for (const record of [...anchors, ...crowding(evidence, policy)]) irregular.add(lossKey(recordLoss(record)));
  return irregular;
}

/** Records that hold an identifier with just one attachment more than it may have. */
function crowding({ records, generic, blocked }: Evidence, policy: Policy): RecordKey[] {
  const holders = new Map<string, { readonly most: number; readonly records: Set<RecordKey> }>();
  for (const { key, attachments } of records) {
    for (const { identifier, type, tenure, active } of attachments) {
      if (!active || generic.has(identifier) || blocked.has(identifier)) continue;
      const unit = `${tenure} ${identifier}`;
      const most = policy.types[type]?.maxRecords ?? 0;
      const own = holders.get(unit) ?? { most, records: new Set() };
      own.records.add(key);
      holders.set(unit, own);
    }
  }
  return [...holders.values()].flatMap((own) => (own.records.size === own.most + 1 ? [...own.records] : []));
}
