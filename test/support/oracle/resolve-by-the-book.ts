import type { RecordKey } from '../../../src/kernel/ids.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type {
  ContestedIdentifier,
  ContestReason,
  DecisionEvidence,
  DecisionSide,
  Evidence,
  Join,
  Resolution,
} from '../../../src/identity/resolution/evidence.types.js';
import { breaksNever, fitsCapacities, type Group, incompatibility, rootOf, spansRealms } from './groups.js';
import { type Facts, type Link, readFacts, sameUnit } from './linkable.js';

/** The partition as it stands, with what was noted on the way. */
interface Progress {
  groups: Group[];
  joins: Join[];
  contested: ContestedIdentifier[];
  skippedDecisions: string[];
}

/** What one identifier would do to the groups that it reaches. */
interface Verdict {
  readonly classes: readonly (readonly Group[])[];
  /** Empty when the identifier is not contested. */
  readonly reasons: readonly ContestReason[];
}

/**
 * The oracle: `resolve` written down sentence by sentence from docs/resolution.md, with no regard for speed (groups are
 * arrays of records, and what they hold is recomputed at every question). It shares nothing with the product but types.
 */
export function resolveByTheBook(evidence: Evidence, policy: Policy): Resolution {
  const facts = readFacts(evidence, policy);
  const progress: Progress = {
    groups: evidence.records.map((record) => [record]),
    joins: [],
    contested: [],
    skippedDecisions: [],
  };
  for (const decision of alwaysOldestFirst(evidence)) followAlways(decision, facts, progress);
  for (const unit of unitsInOrder(facts)) followIdentifier(unit, facts, progress);
  return {
    groups: sortGroups(progress.groups).map((group) => group.map((record) => record.key).sort()),
    contested: progress.contested,
    selfConflicts: facts.selfConflicts,
    skippedDecisions: progress.skippedDecisions,
    joins: progress.joins,
  };
}

function alwaysOldestFirst(evidence: Evidence): DecisionEvidence[] {
  const always = evidence.decisions.filter((decision) => decision.kind === 'ALWAYS');
  return always.sort((a, b) => a.decidedAt - b.decidedAt || compareText(a.id, b.id));
}

function followAlways(decision: DecisionEvidence, facts: Facts, progress: Progress): void {
  const named = decision.sides.flatMap((side) => smallestLive(side, facts.evidence));
  const groups = progress.groups.filter((group) => group.some((record) => named.includes(record.key)));
  if (groups.length < 2) return;
  const union = groups.flat();
  if (breaksNever(union, facts) || spansRealms(union)) progress.skippedDecisions.push(decision.id);
  else join(groups, { identifier: null, decision: decision.id }, progress);
}

/** [] when no record of the side is live. */
function smallestLive(side: DecisionSide, evidence: Evidence): RecordKey[] {
  const live = side.records.filter((key) => evidence.records.some((record) => record.key === key));
  return live.sort().slice(0, 1);
}

function followIdentifier(unit: readonly Link[], facts: Facts, progress: Progress): void {
  const { identifier, tenure, type } = first(unit).attachment;
  const records = facts.joining.filter((link) => sameUnit(link, first(unit))).map((link) => link.record);
  const reached = progress.groups.filter((group) => group.some((record) => records.includes(record)));
  if (reached.length < 2) return;
  const verdict = judge(sortGroups(reached), facts.policy.types[type]?.guard ?? 'agreement', facts);
  if (verdict.reasons.length > 0) progress.contested.push({ identifier, tenure, reasons: verdict.reasons });
  for (const groups of verdict.classes) join(groups, { identifier, decision: null }, progress);
}

/** Which of the groups an identifier joins: all, or when it is contested those that belong together. */
function judge(groups: readonly Group[], guard: 'no' | 'contradiction' | 'agreement', facts: Facts): Verdict {
  const reasonOf = (a: Group, b: Group): ContestReason | null => (a === b ? null : incompatibility(a, b, guard, facts));
  const compatible = (a: Group, b: Group): boolean => reasonOf(a, b) === null;
  const undecided = (group: Group): boolean => {
    const friends = groups.filter((other) => compatible(group, other));
    return friends.some((a) => a !== group && friends.some((b) => b !== group && !compatible(a, b)));
  };
  const decided = groups.filter((group) => !undecided(group));
  const all = decided.map((group) => decided.filter((other) => compatible(group, other)));
  const classes = all.filter((one, at) => one.length >= 2 && one[0] === decided[at]);
  const admissible = classes.filter((one) => fitsCapacities(one, facts));
  const reasons = groups.flatMap((a) => groups.flatMap((b) => reasonOf(a, b) ?? []));
  if (admissible.length < classes.length) reasons.push('CAPACITY');
  return { classes: admissible, reasons: [...new Set(reasons)].sort() };
}

function join(groups: readonly Group[], cause: Pick<Join, 'identifier' | 'decision'>, progress: Progress): void {
  progress.joins.push({ ...cause, roots: groups.map(rootOf).sort() });
  progress.groups = [...progress.groups.filter((group) => !groups.includes(group)), groups.flat()];
}

/** "Type strength, earliest capturedAt of the attachments (missing last), smallest record key, key", then tenure. */
function unitsInOrder(facts: Facts): Link[][] {
  const firsts = facts.joining.filter((link, at) => facts.joining.findIndex((other) => sameUnit(link, other)) === at);
  const units = firsts.map((link) => facts.joining.filter((other) => sameUnit(link, other)));
  return units.sort((a, b) => compareUnits(a, b, facts.policy));
}

function compareUnits(a: readonly Link[], b: readonly Link[], policy: Policy): number {
  const [one, other] = [first(a).attachment, first(b).attachment];
  const strength = (type: string): number => policy.types[type]?.strength ?? Infinity;
  return (
    strength(one.type) - strength(other.type) ||
    compareNumbers(earliest(a), earliest(b)) ||
    compareText(rootOf(a.map((link) => link.record)), rootOf(b.map((link) => link.record))) ||
    compareText(one.identifier, other.identifier) ||
    one.tenure - other.tenure
  );
}

function earliest(unit: readonly Link[]): number {
  return Math.min(...unit.map((link) => link.attachment.capturedAt ?? Infinity));
}

function sortGroups(groups: readonly Group[]): Group[] {
  return [...groups].sort((a, b) => compareText(rootOf(a), rootOf(b)));
}

function first(unit: readonly Link[]): Link {
  const [link] = unit;
  if (link === undefined) throw new Error('a unit has at least one attachment');
  return link;
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
