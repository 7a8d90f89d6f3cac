import type { IdentifierKey, RecordKey } from '../../../kernel/ids.js';
import type { Evidence } from '../../resolution/evidence.types.js';
import { tenuresOf, type Held, type StewardCuts } from '../../resolution/tenures.js';
import { attachmentLoss, lossKey, recordLoss } from './loss.js';

/** What divides the time of identifiers, for evidence whose tenures may have to be told anew. */
export interface TenureEnds {
  /** `since` and `until` of attachments, in epoch milliseconds; those that say neither are left out. */
  readonly said: ReadonlyMap<RecordKey, ReadonlyMap<IdentifierKey, Pick<Held, 'since' | 'until'>>>;
  readonly cuts: StewardCuts;
}

const NEITHER = { since: null, until: null };

/**
 * The losses, by `lossKey`, that take an `until` away: what it divided is one tenure afterwards, so that others link, or
 * become too many, in ways that no graph of the present links shows.
 */
export function endingLosses({
  evidence,
  tenures,
}: {
  readonly evidence: Evidence;
  readonly tenures?: TenureEnds;
}): string[] {
  return evidence.records.flatMap(({ key, attachments }) => {
    const ending = attachments.filter(
      ({ identifier, active }) => active && (tenures?.said.get(key)?.get(identifier)?.until ?? null) !== null,
    );
    const losses = ending.map(({ identifier }) => attachmentLoss(key, identifier));
    return (losses.length > 0 ? [recordLoss(key), ...losses] : []).map(lossKey);
  });
}

/** The evidence with its tenures told anew, after something was taken from it. */
export function retenured(evidence: Evidence, tenures: TenureEnds | undefined): Evidence {
  if (!tenures || tenures.said.size === 0) return evidence;
  const held = evidence.records.map(({ key, attachments }) =>
    attachments.map(({ identifier, capturedAt, active }): Held => {
      const { since, until } = tenures.said.get(key)?.get(identifier) ?? NEITHER;
      return { identifier, since, until, capturedAt, active };
    }),
  );
  const tenure = tenuresOf(held.flat(), tenures.cuts);
  const records = evidence.records.map((record, index) => ({
    ...record,
    attachments: record.attachments.map((attachment, at) => {
      const own = held[index]?.[at];
      return own ? { ...attachment, tenure: tenure(own) } : attachment;
    }),
  }));
  return { ...evidence, records };
}
