import type { IdentifierKey } from '../../kernel/ids.js';
import { cutsOf } from '../decisions/cut.js';
import type { Ruling } from '../decisions/decision.types.js';
import type { Policy } from '../policy/policy.types.js';
import { crowdLimit } from '../resolution/link-units.js';
import { tenuresOf } from '../resolution/tenures.js';
import type { EvidenceStore, HeldTimes, RecordDelta, Standing, StoredIdentifier } from './engine.types.js';
import { typeAndNamespace } from './link-rules.js';

/** How many hold an identifier, and when. */
interface Crowd {
  readonly key: IdentifierKey;
  /** Active attachments. */
  readonly attachments: number;
  readonly divided: boolean;
  readonly cuts: readonly number[];
  /** Asked for only when `needsTimes`. */
  readonly times: () => readonly HeldTimes[];
}

/**
 * Whether more records hold an identifier than one person would have. One whose time is divided is counted by tenure: it is
 * GENERIC when each of its tenures is, so that it still links in a tenure that few hold.
 */
export function statusOf(crowd: Crowd, policy: Policy): 'GENERIC' | 'LINKABLE' {
  const { key, attachments } = crowd;
  const most = mostOf(key, policy);
  if (attachments <= most) return 'LINKABLE';
  if (!needsTimes(crowd, policy)) return 'GENERIC';
  return tenureSizes(key, crowd.times(), crowd.cuts).some((size) => size <= most) ? 'LINKABLE' : 'GENERIC';
}

/** Whether counting alone does not tell how an identifier stands. Nearly all were never divided. */
export function needsTimes(
  { key, attachments, divided }: Pick<Crowd, 'key' | 'attachments' | 'divided'>,
  policy: Policy,
): boolean {
  const { type } = typeAndNamespace(key);
  return divided && attachments > mostOf(key, policy) && attachments <= crowdLimit(policy, type);
}

function mostOf(key: IdentifierKey, policy: Policy): number {
  return policy.types[typeAndNamespace(key).type]?.maxRecords ?? 0;
}

/** How many records hold the identifier in each tenure that somebody holds it in. */
export function tenureSizes(
  identifier: IdentifierKey,
  times: readonly HeldTimes[],
  cuts: readonly number[],
): readonly number[] {
  return [...sizesByTenure(identifier, times, cuts).values()];
}

/** The same by tenure. */
export function sizesByTenure(
  identifier: IdentifierKey,
  times: readonly HeldTimes[],
  cuts: readonly number[],
): ReadonlyMap<number, number> {
  const held = times.map(({ since, until, capturedAt }) => ({ identifier, since, until, capturedAt, active: true }));
  const tenure = tenuresOf(held, new Map([[identifier, cuts]]));
  const sizes = new Map<number, number>();
  for (const each of held) sizes.set(tenure(each), (sizes.get(tenure(each)) ?? 0) + 1);
  return sizes;
}

/** What the attachments say about time after the batch. Throws when those before it were needed and not read. */
export function timesAfter(
  before: StoredIdentifier | null,
  key: IdentifierKey,
  deltas: readonly RecordDelta[],
): HeldTimes[] {
  if (before && before.attachments > 0 && !before.times) throw new Error('the times of an identifier were not read');
  const changed = deltas.filter((delta) => delta.evidence !== 'NONE').map((delta) => delta.after);
  const keys = new Set(changed.map((record) => record.key));
  const kept = (before?.times ?? []).filter((each) => !keys.has(each.record));
  const fresh = changed.flatMap((record) =>
    record.attachments
      .filter(({ identifier, status }) => identifier === key && status === 'ACTIVE')
      .map(({ since, until, capturedAt }) => ({ record: record.key, since, until, capturedAt })),
  );
  return [...kept, ...fresh];
}

/** Identifiers whose time a batch or a ruling divides. */
export function dividedBy(deltas: readonly RecordDelta[], ruling: Ruling): Set<IdentifierKey> {
  const attached = deltas.flatMap((delta) => delta.after.attachments);
  const ended = attached.filter((each) => each.until !== null).map((each) => each.identifier);
  return new Set([...ended, ...cutsOf(ruling)]);
}

/** The identifiers with their times, where counting does not tell how they stand before the batch or after it. */
export async function withTimes(
  store: EvidenceStore,
  identifiers: readonly StoredIdentifier[],
  change: {
    readonly policy: Policy;
    /** Identifiers that the change divides. */
    readonly divided: ReadonlySet<IdentifierKey>;
    /** Active attachments that it wins or loses. */
    readonly growth: ReadonlyMap<IdentifierKey, number>;
  },
): Promise<StoredIdentifier[]> {
  const { policy, divided, growth } = change;
  const wanted = identifiers.filter((each) => {
    if (each.times) return false;
    const isDivided = each.divided || divided.has(each.key);
    const counts = [each.attachments, each.attachments + (growth.get(each.key) ?? 0)];
    return counts.some((attachments) => needsTimes({ key: each.key, attachments, divided: isDivided }, policy));
  });
  if (wanted.length === 0) return [...identifiers];
  const times = await store.heldTimes(wanted.map((each) => each.key));
  const keys = new Set(wanted.map((each) => each.key));
  return identifiers.map((each) => (keys.has(each.key) ? { ...each, times: times.get(each.key) ?? [] } : each));
}

/** The times of identifiers met in a walk, where counting does not tell how they stand. */
export async function timesOf(
  store: Pick<EvidenceStore, 'heldTimes'>,
  standings: ReadonlyMap<IdentifierKey, Pick<Standing, 'divided' | 'status'>>,
  counts: ReadonlyMap<IdentifierKey, number>,
  policy: Policy,
): Promise<ReadonlyMap<IdentifierKey, readonly HeldTimes[]>> {
  const wanted = [...standings].filter(([key, { divided, status }]) => {
    return status !== 'BLOCKED' && needsTimes({ key, attachments: counts.get(key) ?? 0, divided }, policy);
  });
  return wanted.length > 0 ? store.heldTimes(wanted.map(([key]) => key)) : new Map();
}
