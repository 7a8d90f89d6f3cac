import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyBatch } from '../../src/identity/engine/apply-batch.js';
import type { RecordChange, RecordState, StoredRecord } from '../../src/identity/records/record.types.js';
import type { RecordKey } from '../../src/kernel/ids.js';
import {
  type Batch,
  forgetfulSequences,
  operationSequences,
  redelivered,
  versionedSequences,
} from '../support/arbitraries/operations.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import {
  afterChanges,
  emptyWorld,
  liveRecords,
  type ModelRecord,
  type ModelWorld,
} from '../support/oracle/model-world.js';

const NOW = 1_700_000_000_000;

/** The records that the product keeps after the batches. */
function keptAfter(batches: readonly Batch[]): RecordState[] {
  const kept = new Map<RecordKey, StoredRecord>();
  for (const batch of batches) {
    for (const { after } of applyBatch(batch, [...kept.values()], NOW).deltas) {
      kept.set(after.key, { ...after, customerId: null, named: false });
    }
  }
  return [...kept.values()];
}

/** Equal versions: DELETE over PATCH over REPLACE, then the greater content hash (docs/decisions/0004). */
function compareEqualVersions(a: RecordChange, b: RecordChange): number {
  const rank = { REPLACE: 1, PATCH: 2, DELETE: 3 };
  return rank[a.kind] - rank[b.kind] || (a.contentHash < b.contentHash ? -1 : Number(a.contentHash > b.contentHash));
}

function worldAfter(batches: readonly Batch[]): ModelWorld {
  return batches.reduce(afterChanges, emptyWorld(compareEqualVersions));
}

interface Held {
  readonly identifier: string;
  readonly capturedAt: number | null;
}

interface Facts {
  readonly realm: string;
  readonly attributes: object;
  readonly held: readonly Held[];
}

function byIdentifier(held: Iterable<Held>): Held[] {
  const facts = [...held].map(({ identifier, capturedAt }) => ({ identifier, capturedAt }));
  return facts.sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
}

function keptFacts(records: readonly RecordState[]): Map<RecordKey, Facts> {
  const live = records.filter((record) => !record.deleted);
  return new Map(
    live.map(({ key, realm, attributes, attachments }) => [
      key,
      { realm, attributes, held: byIdentifier(attachments) },
    ]),
  );
}

function modelFacts(records: readonly ModelRecord[]): Map<RecordKey, Facts> {
  return new Map(
    records.map(({ key, realm, attributes, attachments }) => [
      key,
      { realm, attributes, held: byIdentifier(attachments.values()) },
    ]),
  );
}

/** Versioned changes, oldest version first, so that no statement comes after a newer one. */
function oldestFirst(batches: readonly Batch[]): Batch[] {
  const compare = (a: RecordChange, b: RecordChange): number =>
    Number(a.sourceVersion) - Number(b.sourceVersion) || compareEqualVersions(a, b);
  return batches
    .flat()
    .sort(compare)
    .map((change) => [change]);
}

/** The facts without since when a record has its identifiers. */
function undated(facts: ReadonlyMap<RecordKey, Facts>): Map<RecordKey, Facts> {
  const forget = (held: readonly Held[]): Held[] => held.map((one) => ({ ...one, capturedAt: null }));
  return new Map([...facts].map(([key, one]) => [key, { ...one, held: forget(one.held) }]));
}

/** The same statements from sources that never change their mind about since when a record has an identifier. */
function steadilyDated(batches: readonly Batch[]): Batch[] {
  const moment = (key: string): number =>
    1_000 * (1 + ([...key].reduce((sum, char) => sum + char.charCodeAt(0), 0) % 7));
  const dated = (change: RecordChange): RecordChange => ({
    ...change,
    attachments: change.attachments.map((one) => ({ ...one, capturedAt: moment(change.key + one.identifier) })),
  });
  return batches.map((batch) => batch.map(dated));
}

describe('what a record is after many statements', () => {
  test('equals all statements applied from the oldest version to the newest', () => {
    fc.assert(
      fc.property(versionedSequences.map(oldestFirst), (batches) => {
        expect(keptFacts(keptAfter(batches))).toEqual(modelFacts(liveRecords(worldAfter(batches))));
      }),
      runSettings('records in order', 500),
    );
  });

  test('is the same in whatever order, batches and repetitions they arrive', () => {
    fc.assert(
      fc.property(operationSequences, (batches) => {
        expect(undated(keptFacts(keptAfter(batches)))).toEqual(undated(modelFacts(liveRecords(worldAfter(batches)))));
      }),
      runSettings('records in any order', 700),
    );
  });

  test('takes a statement without version for the newest so far', () => {
    fc.assert(
      fc.property(forgetfulSequences, (batches) => {
        expect(undated(keptFacts(keptAfter(batches)))).toEqual(undated(modelFacts(liveRecords(worldAfter(batches)))));
      }),
      runSettings('records without versions', 700),
    );
  });

  // docs/decisions/0004: "the earliest seen" cannot converge when versions disagree about the moment and come reordered.
  test('does not depend on order, batch size or redelivery, nor does since when it has its identifiers', () => {
    const twice = versionedSequences
      .map(steadilyDated)
      .chain((batches) => fc.tuple(fc.constant(batches), redelivered(batches)));
    fc.assert(
      fc.property(twice, ([batches, again]) => {
        expect(keptFacts(keptAfter(again))).toEqual(keptFacts(keptAfter(batches)));
      }),
      runSettings('convergence of records', 500),
    );
  });
});
