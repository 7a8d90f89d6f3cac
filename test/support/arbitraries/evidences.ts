import fc from 'fast-check';
import type {
  AttachmentEvidence,
  DecisionEvidence,
  DecisionSide,
  Evidence,
  RecordEvidence,
} from '../../../src/identity/resolution/evidence.types.js';
import type { Person } from '../../../src/identity/resolution/persons/person.types.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import { type IdentifierKey, identifierKey, type RecordKey, recordKey } from '../../../src/kernel/ids.js';
import { FOREIGN_TYPE, GUARDED_TYPES, policies, UNGUARDED_TYPES, UNLINKED_TYPE } from './policies.js';

/** A small world to resolve. */
export interface World {
  readonly evidence: Evidence;
  readonly policy: Policy;
}

/** An identifier of the world's pool. */
interface PooledIdentifier {
  readonly key: IdentifierKey;
  readonly type: string;
  readonly namespace: string;
}

const POOL_MAX = 8;
const RECORDS_MAX = 14;

/** Names and birth dates that are equal or clearly different, so that any sane comparison decides them alike. */
export const persons: fc.Arbitrary<Person> = fc.record({
  given: fc.constantFrom([], [], [], ['ana'], ['ana'], ['luis']),
  family: fc.constant([]),
  birthDate: fc.constantFrom(null, null, null, null, null, '1961-07-28', '1994-12-03'),
});

const ALL_TYPES = [...UNGUARDED_TYPES, ...GUARDED_TYPES, UNLINKED_TYPE, FOREIGN_TYPE];

/** Two worlds in three draw on few types, so that values of one type meet in one record and in one slot. */
const typeChoices: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(ALL_TYPES) },
  { weight: 2, arbitrary: fc.subarray([...UNGUARDED_TYPES, ...GUARDED_TYPES], { minLength: 1, maxLength: 3 }) },
);

const pools: fc.Arbitrary<PooledIdentifier[]> = typeChoices.chain((types) =>
  fc
    .uniqueArray(
      fc.record({
        type: fc.constantFrom(...types),
        namespace: fc.constantFrom('', '', 'x'),
        value: fc.constantFrom('1', '2', '3', '4'),
      }),
      { minLength: 1, maxLength: POOL_MAX, selector: ({ type, namespace, value }) => `${type}|${namespace}|${value}` },
    )
    .map((pool) => pool.map((one) => ({ ...one, key: identifierKey('default', one.type, one.namespace, one.value) }))),
);

function attachmentsFrom(pool: readonly PooledIdentifier[]): fc.Arbitrary<AttachmentEvidence[]> {
  const attachment = fc.record({
    pooled: fc.constantFrom(...pool),
    capturedAt: fc.constantFrom(null, 1, 2, 3),
    tenure: fc.constantFrom(0, 0, 0, 0, 1),
    active: fc.constantFrom(true, true, true, true, true, true, true, false),
  });
  return fc
    .uniqueArray(attachment, { maxLength: 4, size: 'max', selector: ({ pooled, tenure }) => `${pooled.key}#${tenure}` })
    .map((list) => list.map(({ pooled, ...rest }) => ({ identifier: pooled.key, ...pickType(pooled), ...rest })));
}

function pickType({ type, namespace }: PooledIdentifier): { type: string; namespace: string } {
  return { type, namespace };
}

/** One world in four has two realms; there a record may even hold an identifier of the other, which must not link. */
function recordsFrom(pool: readonly PooledIdentifier[]): fc.Arbitrary<RecordEvidence[]> {
  const realms = fc.constantFrom(['default'], ['default'], ['default'], ['default', 'default', 'other']);
  return realms.chain((choice) =>
    fc
      .array(fc.record({ realm: fc.constantFrom(...choice), person: persons, attachments: attachmentsFrom(pool) }), {
        minLength: 1,
        maxLength: RECORDS_MAX,
        size: 'max',
      })
      .map((list) => list.map((record, at) => ({ key: worldRecordKey(at), ...record }))),
  );
}

/** Keys in no order that the position could give away: two sources alternate. */
function worldRecordKey(at: number): RecordKey {
  return recordKey(at % 2 === 0 ? 'web' : 'crm', String((at * 7) % (RECORDS_MAX + 1)));
}

/** Sides name records that exist, records that are gone, and identifiers (guarded ones too, which count for nothing). */
function sidesFrom(pool: readonly PooledIdentifier[]): fc.Arbitrary<DecisionSide> {
  const anyRecord = fc.integer({ min: 0, max: RECORDS_MAX + 1 }).map(worldRecordKey);
  return fc.record({
    records: fc.uniqueArray(anyRecord, { maxLength: 3 }),
    identifiers: fc.oneof(
      { weight: 1, arbitrary: fc.constant<IdentifierKey[]>([]) },
      {
        weight: 1,
        arbitrary: fc.subarray(
          pool.map((one) => one.key),
          { maxLength: Math.min(2, pool.length) },
        ),
      },
    ),
  });
}

function decisionsFrom(pool: readonly PooledIdentifier[]): fc.Arbitrary<DecisionEvidence[]> {
  const decision = fc.record({
    kind: fc.constantFrom<DecisionEvidence['kind']>('ALWAYS', 'NEVER'),
    decidedAt: fc.integer({ min: 1, max: 3 }),
    sides: fc.array(sidesFrom(pool), { minLength: 2, maxLength: 3 }),
  });
  const ids = ['d3', 'd1', 'd4', 'd2'];
  return fc
    .array(decision, { maxLength: ids.length })
    .map((list) => list.map((one, at) => ({ id: ids[at] ?? `d${at}`, ...one })));
}

function fewOf(pool: readonly PooledIdentifier[]): fc.Arbitrary<ReadonlySet<IdentifierKey>> {
  const keys = pool.map((one) => one.key);
  return fc
    .oneof(
      { weight: 2, arbitrary: fc.constant<IdentifierKey[]>([]) },
      { weight: 1, arbitrary: fc.subarray(keys, { minLength: 1, maxLength: 1 }) },
    )
    .map((list) => new Set(list));
}

/** Evidence of 1 to 14 records over 1 to 8 identifiers, dense enough that every rule of resolution meets the others. */
export const evidences: fc.Arbitrary<Evidence> = pools.chain((pool) =>
  fc.record({
    records: recordsFrom(pool),
    decisions: decisionsFrom(pool),
    blocked: fewOf(pool),
    generic: fewOf(pool),
  }),
);

/** Evidence and a policy to resolve it under. */
export const worlds: fc.Arbitrary<World> = fc.record({ evidence: evidences, policy: policies });

/** The same evidence with records, attachments, decisions, sides and their lists in another order. */
export function shuffled(evidence: Evidence): fc.Arbitrary<Evidence> {
  return fc.record({
    records: shuffleAll(evidence.records, (record) =>
      shuffle(record.attachments).map((attachments) => ({ ...record, attachments })),
    ),
    decisions: shuffleAll(evidence.decisions, (decision) =>
      shuffleAll(decision.sides, shuffledSide).map((sides) => ({ ...decision, sides })),
    ),
    blocked: fc.constant(evidence.blocked),
    generic: fc.constant(evidence.generic),
  });
}

function shuffledSide(side: DecisionSide): fc.Arbitrary<DecisionSide> {
  return fc.record({ records: shuffle(side.records), identifiers: shuffle(side.identifiers) });
}

function shuffle<Item>(list: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}

function shuffleAll<Item>(list: readonly Item[], inside: (item: Item) => fc.Arbitrary<Item>): fc.Arbitrary<Item[]> {
  return shuffle(list).chain((items) => fc.tuple(...items.map(inside)));
}
