import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { FlatAttributes, RecordChange } from '../../../src/identity/records/record.types.js';
import { orderOfVersion } from '../../../src/identity/records/versions.js';
import { type IdentifierKey, identifierKey, recordKey } from '../../../src/kernel/ids.js';

/** Changes that arrive together. */
export type Batch = readonly RecordChange[];

type AttachmentChange = RecordChange['attachments'][number];

/** A source of the tiny world. Those without versions are ordered by arrival, so the laws of order leave them out. */
interface SourceModel {
  readonly name: string;
  readonly realm: string;
  readonly versions: 'always' | 'sometimes' | 'never';
}

const WEB: SourceModel = { name: 'web', realm: 'default', versions: 'always' };
const CRM: SourceModel = { name: 'crm', realm: 'default', versions: 'always' };
const BOUTIQUE: SourceModel = { name: 'boutique', realm: 'boutique', versions: 'always' };
const TILL: SourceModel = { name: 'till', realm: 'default', versions: 'never' };

const FORGETFUL: SourceModel = { name: 'kiosk', realm: 'default', versions: 'sometimes' };

/** So few records, versions and identifiers that they meet again and again. */
const RECORD_IDS = ['1', '2', '3', '4'];
const VERSIONS = ['1', '2', '3', '4', '5'];
const IDENTIFIERS: readonly { type: string; namespace: string; value: string }[] = [
  { type: 'SSO', namespace: 'x', value: '1' },
  { type: 'SSO', namespace: 'x', value: '2' },
  { type: 'LOYALTY', namespace: '', value: '1' },
  { type: 'LOYALTY', namespace: '', value: '2' },
  { type: 'LOYALTY', namespace: '', value: '3' },
  { type: 'EMAIL', namespace: '', value: '1' },
  { type: 'EMAIL', namespace: '', value: '2' },
  { type: 'PHONE', namespace: '', value: '1' },
  { type: 'PHONE', namespace: '', value: 'placeholder' },
];

const capturedAts = fc.constantFrom(null, 1_000, 2_000, 3_000);

/**
 * Often nothing at all (a statement that says nothing must not undo one that does); else names and dates that are equal or clearly different, an address in two fields,
 * and one field that means nothing.
 */
const attributeSets: fc.Arbitrary<FlatAttributes> = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      givenName: fc.constantFrom('Ana', 'Ana', 'Luis'),
      birthDate: fc.constantFrom('1961-07-28', '1994-12-03'),
      'address.city': fc.constantFrom('Puebla', 'Lima'),
      'address.postalCode': fc.constantFrom('72000', '15001'),
      segment: fc.constantFrom('a', 'b'),
    },
    { requiredKeys: [] },
  ),
);

const clearedPaths = fc.subarray(['givenName', 'birthDate', 'address', 'segment'], { maxLength: 2 });

function attachmentOf(realm: string, at: number, capturedAt: number | null): AttachmentChange {
  const { type, namespace, value } = IDENTIFIERS[at % IDENTIFIERS.length] ?? {
    type: 'EMAIL',
    namespace: '',
    value: '1',
  };
  return {
    identifier: identifierKey(realm, type, namespace, value),
    type,
    namespace,
    raw: value,
    canonical: value,
    display: value,
    quality: value === 'placeholder' ? 'placeholder' : 'ok',
    capturedAt,
    since: null,
    until: null,
  };
}

function attachmentLists({ realm }: SourceModel): fc.Arbitrary<AttachmentChange[]> {
  const one = fc.tuple(fc.nat({ max: IDENTIFIERS.length - 1 }), capturedAts);
  return fc
    .uniqueArray(one, { maxLength: 4, size: 'small', selector: ([at]) => at })
    .map((list) => list.map(([at, capturedAt]) => attachmentOf(realm, at, capturedAt)));
}

function removals({ realm }: SourceModel): fc.Arbitrary<IdentifierKey[]> {
  const keys = IDENTIFIERS.map((_, at) => attachmentOf(realm, at, null).identifier);
  return fc.subarray(keys, { maxLength: 3 });
}

/** What a change says, by its kind: a DELETE says nothing, only a PATCH removes. */
function contents(kind: RecordChange['kind'], source: SourceModel): fc.Arbitrary<Content> {
  return fc
    .record({
      attributes: attributeSets,
      attachments: attachmentLists(source),
      cleared: clearedPaths,
      removeIdentifiers: removals(source),
    })
    .map((content) =>
      kind === 'DELETE' ? NOTHING : kind === 'REPLACE' ? { ...NOTHING, ...said(content) } : tidy(content),
    );
}

type Content = Pick<RecordChange, 'attributes' | 'attachments' | 'cleared' | 'removeIdentifiers'>;
const NOTHING: Content = { attributes: {}, attachments: [], cleared: [], removeIdentifiers: [] };

function said({ attributes, attachments }: Content): Pick<Content, 'attributes' | 'attachments'> {
  return { attributes, attachments };
}

/** A PATCH that sets and clears one thing at once would be refused before it gets here. */
function tidy(content: Content): Content {
  const set = Object.keys(content.attributes);
  const held = new Set(content.attachments.map((one) => one.identifier));
  return {
    ...content,
    cleared: content.cleared.filter((path) => !set.some((field) => field === path || field.startsWith(`${path}.`))),
    removeIdentifiers: content.removeIdentifiers.filter((key) => !held.has(key)),
  };
}

const VERSIONS_OF: Record<SourceModel['versions'], fc.Arbitrary<string | null>> = {
  always: fc.constantFrom(...VERSIONS),
  sometimes: fc.constantFrom(...VERSIONS, null, null, null),
  never: fc.constant(null),
};

function changesOf(source: SourceModel): fc.Arbitrary<RecordChange> {
  const kinds = fc.constantFrom<RecordChange['kind']>('REPLACE', 'REPLACE', 'REPLACE', 'PATCH', 'PATCH', 'DELETE');
  return kinds.chain((kind) =>
    fc
      .record({
        recordId: fc.constantFrom(...RECORD_IDS),
        sourceVersion: VERSIONS_OF[source.versions],
        capturedAt: capturedAts,
        content: contents(kind, source),
      })
      .map(({ recordId, sourceVersion, capturedAt, content }) => ({
        kind,
        key: recordKey(source.name, recordId),
        source: source.name,
        recordId,
        realm: source.realm,
        order: sourceVersion === null ? null : orderOfVersion(sourceVersion),
        sourceVersion,
        capturedAt,
        ...content,
        contentHash: createHash('sha256')
          .update(JSON.stringify([kind, capturedAt, content]))
          .digest('hex')
          .slice(0, 16),
      })),
  );
}

/** Fresh changes, and now and then one that came before (or comes later) word for word. */
function sequences(sources: readonly SourceModel[], batchMax: number): fc.Arbitrary<Batch[]> {
  const fresh = fc.oneof(...sources.map(changesOf));
  const step = fc.record({
    fresh,
    replay: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat() }),
  });
  const batch = fc.array(step, { minLength: 1, maxLength: batchMax, size: 'max' });
  return fc.array(batch, { minLength: 1, maxLength: 12, size: 'max' }).map((batches) => {
    const all = batches.flat().map((one) => one.fresh);
    return batches.map((steps) =>
      steps.map((one) => (one.replay === null ? one.fresh : (all[one.replay % all.length] ?? one.fresh))),
    );
  });
}

/** Batches of changes from sources with and without versions, some of another realm. */
export const operationSequences: fc.Arbitrary<Batch[]> = sequences([WEB, CRM, WEB, BOUTIQUE, TILL], 5);

/** The same from sources whose every change has a version: any order and any batching must end the same. */
export const versionedSequences: fc.Arbitrary<Batch[]> = sequences([WEB, CRM, WEB, BOUTIQUE], 5);

/**
 * One change at a time, from a source that sometimes forgets the version: then the statement is newer than all before.
 * (What "version order" means among some of these in one batch, the rules leave open.)
 */
export const forgetfulSequences: fc.Arbitrary<Batch[]> = sequences([FORGETFUL], 1);

/** The same changes in another order and in other batches, some of them delivered twice. */
export function redelivered(batches: readonly Batch[]): fc.Arbitrary<Batch[]> {
  const all = batches.flat();
  return fc
    .record({
      order: fc.shuffledSubarray(all, { minLength: all.length }),
      again: fc.shuffledSubarray(all, { maxLength: Math.min(5, all.length) }),
      size: fc.integer({ min: 1, max: 8 }),
    })
    .map(({ order, again, size }) => inBatches([...order, ...again], size));
}

/** The changes one after the other, `size` at a time. */
export function inBatches(changes: readonly RecordChange[], size: number): Batch[] {
  const batches: Batch[] = [];
  for (let at = 0; at < changes.length; at += size) batches.push(changes.slice(at, at + size));
  return batches;
}
