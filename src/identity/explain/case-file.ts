import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { mapping, type Steps } from '../../kernel/turns.js';
import type { Decision } from '../decisions/decision.types.js';
import { evidenceAfter } from '../engine/evidence-after.js';
import { standingsOf, storedRecord } from '../record-rows.js';
import type { Policy } from '../policy/policy.types.js';
import type { StoredRecord } from '../records/record.types.js';
import type { ContestReason, Evidence } from '../resolution/evidence.types.js';
import { compare, linking, unitKey, type Links } from '../resolution/link-units.js';
import type { HeldTimes, IdentifierStatus, Standing } from '../engine/engine.types.js';
import { sizesByTenure } from '../engine/identifier-status.js';
import { typeAndNamespace } from '../engine/link-rules.js';
import type { SurroundingRow } from './explain.queries.js';

/** An identifier without its value. */
export interface ShownIdentifier {
  readonly type: string;
  readonly namespace: string;
  readonly display: string;
  readonly status: IdentifierStatus;
  readonly contested: boolean;
  readonly contestReasons: readonly ContestReason[];
}

/** Everything that an explanation looks at: the records of the customers in question and what may join them. */
export interface CaseFile {
  readonly policy: Policy;
  readonly records: ReadonlyMap<RecordKey, StoredRecord>;
  readonly identifiers: ReadonlyMap<IdentifierKey, ShownIdentifier>;
  readonly evidence: Evidence;
  readonly links: Links;
}

/** What is known beside the rows of a case. */
interface Beside {
  /** The active decisions that name something in the rows. */
  readonly decisions?: readonly Decision[];
  /** What all attachments of divided identifiers say about time, also those of records that are not in the rows. */
  readonly times?: ReadonlyMap<IdentifierKey, readonly HeldTimes[]>;
}

/** The case file of rows. In steps. */
export function* caseFile(
  rows: readonly SurroundingRow[],
  policy: Policy,
  { decisions = [], times = new Map() }: Beside = {},
): Steps<CaseFile> {
  const records = yield* mapping(rows, storedRecord);
  const stored = yield* standingsOf(rows);
  const standings = new Map([...stored].map(([key, each]) => [key, withEnds(each, times.get(key))]));
  const genericTenures = crowdedTenures(standings, times, policy);
  const stated = yield* evidenceAfter(records, standings, new Map(), decisions);
  const evidence = { ...stated, genericTenures };
  yield;
  const shown = rows.flatMap((row) => row.attachments).map((each) => [each.key, shownIdentifier(each)] as const);
  yield;
  return {
    policy,
    records: new Map(records.map((record) => [record.key, record])),
    identifiers: new Map(shown),
    evidence,
    links: yield* linking(evidence, policy),
  };
}

/** The ends that records outside the rows say of an identifier cut it like those inside. */
function withEnds(standing: Standing, times: readonly HeldTimes[] = []): Standing {
  const cuts = new Set([...standing.cuts, ...times.flatMap((each) => each.until ?? [])]);
  return { ...standing, cuts: [...cuts].sort(compare) };
}

function crowdedTenures(
  standings: ReadonlyMap<IdentifierKey, Standing>,
  times: ReadonlyMap<IdentifierKey, readonly HeldTimes[]>,
  policy: Policy,
): Set<string> {
  const crowded = [...times].flatMap(([identifier, held]) => {
    const most = policy.types[typeAndNamespace(identifier).type]?.maxRecords ?? 0;
    const sizes = sizesByTenure(identifier, held, standings.get(identifier)?.cuts ?? []);
    return [...sizes].filter(([, size]) => size > most).map(([tenure]) => unitKey({ identifier, tenure }));
  });
  return new Set(crowded);
}

/** Records of a customer, by key. */
export function recordsOf(file: CaseFile, customer: CustomerId | null): StoredRecord[] {
  return [...file.records.values()].filter((record) => record.customerId === customer);
}

function shownIdentifier(row: SurroundingRow['attachments'][number]): ShownIdentifier {
  const { type, namespace, display, status, contested, contestReasons } = row;
  return { type, namespace, display, status, contested: contested ?? false, contestReasons };
}
