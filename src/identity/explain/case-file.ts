import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { mapping, type Steps } from '../../kernel/turns.js';
import type { Decision } from '../decisions/decision.types.js';
import { evidenceAfter } from '../engine/evidence-after.js';
import { standingsOf, storedRecord } from '../record-rows.js';
import type { Policy } from '../policy/policy.types.js';
import type { StoredRecord } from '../records/record.types.js';
import type { ContestReason, Evidence } from '../resolution/evidence.types.js';
import { linking, type Links } from '../resolution/link-units.js';
import type { IdentifierStatus } from '../engine/engine.types.js';
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

/** The case file of rows, and of the active decisions that name something in them. In steps. */
export function* caseFile(
  rows: readonly SurroundingRow[],
  policy: Policy,
  decisions: readonly Decision[] = [],
): Steps<CaseFile> {
  const records = yield* mapping(rows, storedRecord);
  const evidence = yield* evidenceAfter(records, standingsOf(rows), new Map(), decisions);
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

/** Records of a customer, by key. */
export function recordsOf(file: CaseFile, customer: CustomerId | null): StoredRecord[] {
  return [...file.records.values()].filter((record) => record.customerId === customer);
}

function shownIdentifier(row: SurroundingRow['attachments'][number]): ShownIdentifier {
  const { type, namespace, display, status, contested, contestReasons } = row;
  return { type, namespace, display, status, contested: contested ?? false, contestReasons };
}
