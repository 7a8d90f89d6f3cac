import type { IdentifierKey, RecordKey } from '../../../kernel/ids.js';
import { isTurn, type Steps } from '../../../kernel/turns.js';
import type { Policy } from '../../policy/policy.types.js';
import type { ContestedIdentifier, Evidence, Resolution } from '../../resolution/evidence.types.js';
import { linking } from '../../resolution/link-units.js';
import { resolving } from '../../resolution/resolve.js';
import { compareLosses, lossesOf, lossKey, recordLoss, without, type Loss } from './loss.js';
import { irregularLosses, isPlain } from './plain.js';
import { endingLosses, retenured, type TenureEnds } from './retenure.js';
import { suspectsOf } from './suspects.js';

/** A customer and everything that decides about it. */
export interface CustomerEvidence {
  /** The evidence component of the customer, whole. */
  readonly evidence: Evidence;
  readonly policy: Policy;
  /** The customer's records. */
  readonly members: ReadonlySet<RecordKey>;
  /** Generic identifiers that would link again with one record less: what they would join is not in the evidence. */
  readonly brink: ReadonlySet<IdentifierKey>;
  /** Whose loss would move other records into another tenure. */
  readonly tenures?: TenureEnds;
  /** Records that may be resolved again, all trials together. */
  readonly trialRecords: number;
}

/** A loss that would split the customer. */
export interface Bridge {
  readonly loss: Loss;
  /** Records of each part, the largest first; two or more. A record that is lost is in none. */
  readonly parts: readonly number[];
}

export interface BridgesFound {
  /** The most damaging first: those that part most pairs of records. */
  readonly bridges: readonly Bridge[];
  /** Every loss was judged; otherwise there may be more bridges. */
  readonly complete: boolean;
  readonly contested: readonly ContestedIdentifier[];
}

/**
 * The records, linking identifiers and linking attachments of one customer whose loss would split it: `resolve` without
 * one of them puts the records that are left into two or more groups.
 *
 * Every bridge that is named is exact, with its parts. Where no rule can fire (`isPlain`), connection alone decides and
 * nothing is missing. Elsewhere (something contested, over capacity, persons who contradict each other) each loss is
 * tried by resolving the component without it, those that connection suspects first, until `trialRecords` is used up;
 * `complete` says whether all of them were. Not judged either are records whose loss would make a generic identifier link
 * again, and customers whose records `resolve` does not hold together now (they wait for a job).
 *
 * Yields between steps, so that others get their turn. O(attachments), and that again for each trial.
 */
export function* findBridges(customer: CustomerEvidence): Steps<BridgesFound> {
  const { evidence, policy, members } = customer;
  const resolution = yield* resolving(evidence, policy);
  const { contested } = resolution;
  if (partsOf(resolution, members).length !== 1) return { bridges: [], complete: false, contested };
  yield;
  const links = yield* linking(evidence, policy);
  yield;
  const suspects = yield* suspectsOf(evidence, links, resolution, members);
  yield;
  const irregular = isPlain(evidence, links, resolution, policy)
    ? yield* irregularLosses(evidence, links, policy)
    : null;
  for (const ending of endingLosses(customer)) irregular?.add(ending);
  yield;
  const unjudged = unjudgedLosses(customer);
  const bridges: Bridge[] = [];
  const doubtful: Bridge[] = [];
  const losses = lossesOf(evidence, links, members);
  yield;
  for (const [index, loss] of losses.entries()) {
    if (isTurn(index)) yield;
    const key = lossKey(loss);
    if (unjudged.has(key)) continue;
    const bridge = { loss, parts: suspects.get(key) ?? [] };
    if (!irregular || irregular.has(key)) doubtful.push(bridge);
    else if (bridge.parts.length > 1) bridges.push(bridge);
  }
  const trials = Math.floor(customer.trialRecords / evidence.records.length);
  for (const { loss } of doubtful.sort(byDamage).slice(0, trials)) {
    yield;
    const left = retenured(without(evidence, loss), customer.tenures);
    const parts = partsOf(yield* resolving(left, policy), members);
    if (parts.length > 1) bridges.push({ loss, parts });
  }
  const complete = doubtful.length <= trials && unjudged.size === 0;
  return { bridges: bridges.sort(byDamage), complete, contested };
}

/** Losses whose effect reaches beyond the evidence, by `lossKey`. */
function unjudgedLosses({ evidence, members, brink }: CustomerEvidence): Set<string> {
  const holders = evidence.records.filter(
    ({ key, attachments }) => members.has(key) && attachments.some((each) => each.active && brink.has(each.identifier)),
  );
  return new Set(holders.map(({ key }) => lossKey(recordLoss(key))));
}

/** How many of the customer's records are in each group that has some, the largest first. */
function partsOf({ groups }: Resolution, members: ReadonlySet<RecordKey>): number[] {
  return groups
    .map((group) => group.filter((key) => members.has(key)).length)
    .filter((size) => size > 0)
    .sort((a, b) => b - a);
}

function byDamage(a: Bridge, b: Bridge): number {
  return partedPairs(b.parts) - partedPairs(a.parts) || compareLosses(a.loss, b.loss);
}

/** Pairs of records that come to lie in different parts: an even split parts more of them than an uneven one. */
function partedPairs(parts: readonly number[]): number {
  let before = 0;
  let pairs = 0;
  for (const size of parts) {
    pairs += before * size;
    before += size;
  }
  return pairs;
}
