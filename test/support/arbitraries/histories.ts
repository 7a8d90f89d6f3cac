import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type { FlatAttributes, RecordChange } from '../../../src/identity/records/record.types.js';
import { orderOfVersion } from '../../../src/identity/records/versions.js';
import { identifierKey, recordKey } from '../../../src/kernel/ids.js';
import type { Batch } from './operations.js';
import { FOREIGN_TYPE, GUARDED_TYPES, policies, UNGUARDED_TYPES, UNLINKED_TYPE } from './policies.js';

/** What happens to a small world, batch by batch, and the rules under which it is resolved. */
export interface History {
  readonly policy: Policy;
  readonly batches: readonly Batch[];
}

/** How a kind of history differs from the plainest one. */
export interface HistoryOptions {
  readonly batches: number;
  readonly batchMax: number;
  /** `fixed`: an attachment of one record always says the same moment, as the laws of order ask. */
  readonly moments: 'any' | 'fixed';
  /** `always`: every change has a version. `mixed`: some sources send none. */
  readonly versions: 'always' | 'mixed';
  /** `restless`: nearly everything links, so that customers merge and fall apart all the time. */
  readonly temper?: 'restless';
}

interface Source {
  readonly name: string;
  readonly realm: string;
  readonly versioned: boolean;
}

interface Pooled {
  readonly type: string;
  readonly namespace: string;
  readonly value: string;
}

interface Held {
  /** Place in the pool. */
  readonly at: number;
  readonly capturedAt: number | null;
  readonly since: number | null;
  readonly until: number | null;
}

interface Step {
  readonly source: Source;
  readonly recordId: string;
  readonly kind: RecordChange['kind'];
  /** How far the version is from the one that its place suggests. */
  readonly jitter: number;
  readonly held: readonly Held[];
  readonly removed: readonly number[];
  readonly attributes: FlatAttributes;
  readonly cleared: readonly string[];
  /** Say again, word for word, what was said so many steps ago. */
  readonly repeat: number | null;
}

const RECORD_IDS = ['1', '2', '3', '4', '5'];
const PLACEHOLDER = 'null';
const ALL_TYPES = [...UNGUARDED_TYPES, ...GUARDED_TYPES, UNLINKED_TYPE, FOREIGN_TYPE];
/** Steps that two versions of one record may be out of order. */
const LATENESS = 6;

const typeChoices = fc.oneof(
  { weight: 1, arbitrary: fc.constant(ALL_TYPES) },
  { weight: 2, arbitrary: fc.subarray([...UNGUARDED_TYPES, ...GUARDED_TYPES], { minLength: 1, maxLength: 3 }) },
);

const pools: fc.Arbitrary<Pooled[]> = typeChoices.chain((types) =>
  fc.uniqueArray(
    fc.record({
      type: fc.constantFrom(...types),
      namespace: fc.constantFrom('', '', 'x'),
      value: fc.constantFrom('1', '2', '3', '4', PLACEHOLDER),
    }),
    {
      minLength: 2,
      maxLength: 8,
      size: 'max',
      selector: ({ type, namespace, value }) => `${type}|${namespace}|${value}`,
    },
  ),
);

function sourcesOf(versions: HistoryOptions['versions']): fc.Arbitrary<Source[]> {
  const web = { name: 'web', realm: 'default', versioned: true };
  const boutique = { name: 'boutique', realm: 'boutique', versioned: true };
  const crm = fc.boolean().map((versioned) => ({ name: 'crm', realm: 'default', versioned }));
  const second = versions === 'always' ? fc.constant({ name: 'crm', realm: 'default', versioned: true }) : crm;
  return fc
    .tuple(second, fc.constantFrom(0, 0, 1))
    .map(([other, foreign]) => [web, other, web, ...(foreign ? [boutique] : [])]);
}

const names: fc.Arbitrary<FlatAttributes> = fc.record(
  {
    givenName: fc.constantFrom('Ana', 'Ana', 'Luis'),
    birthDate: fc.constantFrom('1961-07-28', '1961-07-28', '1994-12-03'),
    'address.city': fc.constantFrom('Puebla', 'Lima'),
    address: fc.constantFrom('Puebla, Pue.', 'Lima'),
  },
  { requiredKeys: [] },
);

/** Identifiers that join whomever they reach, and nothing else. */
const joiningPools: fc.Arbitrary<Pooled[]> = fc
  .subarray(['EMAIL', 'EXTERNAL_ID'], { minLength: 1 })
  .map((types) => types.flatMap((type) => ['1', '2', '3', '4'].map((value) => ({ type, namespace: '', value }))));

const ONLY: Source = { name: 'web', realm: 'default', versioned: true };

function joining(policy: Policy): Policy {
  const types = Object.entries(policy.types).map(([type, rule]) => {
    const guard = rule.guard === 'no' ? ('no' as const) : ('contradiction' as const);
    return [type, { ...rule, guard, capacity: null, maxRecords: 14 }] as const;
  });
  return { ...policy, types: Object.fromEntries(types) };
}

/** Rarely anything: most sources say neither. */
const times = {
  since: fc.constantFrom(null, null, null, null, null, null, null, 1, 2),
  until: fc.constantFrom(null, null, null, null, null, null, null, null, 2, 3),
};

function stepsOf(pool: readonly Pooled[], sources: readonly Source[], isRestless: boolean): fc.Arbitrary<Step> {
  const at = fc.nat({ max: pool.length - 1 });
  const attributes = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 5, arbitrary: names });
  const jitter = fc.constantFrom(0, 0, 0, 0, 0, 0, -1, -2, -LATENESS, LATENESS);
  return fc.record({
    source: fc.constantFrom(...sources),
    recordId: fc.constantFrom(...RECORD_IDS),
    kind: fc.constantFrom<RecordChange['kind']>(...REPLACES, 'PATCH', 'PATCH', 'PATCH', 'DELETE', 'DELETE'),
    jitter: isRestless ? fc.constant(0) : jitter,
    held: fc.uniqueArray(fc.record({ at, capturedAt: fc.constantFrom(null, 1, 2, 3), ...times }), {
      minLength: isRestless ? 1 : 0,
      maxLength: isRestless ? 2 : 3,
      size: 'max',
      selector: (each) => each.at,
    }),
    removed: fc.uniqueArray(at, { maxLength: 2 }),
    attributes: isRestless ? fc.constant({}) : attributes,
    cleared: fc.subarray(['givenName', 'birthDate', 'address'], { maxLength: 2 }),
    repeat: fc.oneof(
      { weight: isRestless ? 30 : 7, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.nat({ max: 2 * LATENESS }) },
    ),
  });
}

const REPLACES = Array.from({ length: 6 }, () => 'REPLACE' as const);

/** Histories of a few records that share a few identifiers, so that every rule of resolution meets the others. */
export function histories(options: HistoryOptions): fc.Arbitrary<History> {
  const isRestless = options.temper === 'restless';
  return fc
    .tuple(isRestless ? joiningPools : pools, isRestless ? fc.constant([ONLY]) : sourcesOf(options.versions))
    .chain(([pool, sources]) =>
      fc.record({
        policy: isRestless ? policies.map(joining) : policies,
        batches: fc
          .array(
            fc.array(stepsOf(pool, sources, isRestless), {
              minLength: 1,
              maxLength: options.batchMax,
              size: 'max',
            }),
            {
              minLength: 1,
              maxLength: options.batches,
              size: 'max',
            },
          )
          .map((batches) => changesOf(batches, pool, options)),
      }),
    )
    .map(readable);
}

/** The history as a failing run prints it: a line per rule and per change. */
export function readable(history: History): History {
  const rules = Object.entries(history.policy.types).map(
    ([type, { guard, capacity, maxRecords }]) => `${type} ${guard} ${capacity ?? 'any'}/${maxRecords}`,
  );
  const batches = history.batches.map((batch) => batch.map(lineOf).join('\n'));
  const text = [rules.join(', '), ...batches].join('\n--\n');
  return Object.defineProperty(history, fc.toStringMethod, { value: () => `\n${text}\n`, enumerable: false });
}

function lineOf({
  kind,
  key,
  sourceVersion,
  attributes,
  attachments,
  removeIdentifiers,
  cleared,
}: RecordChange): string {
  const held = attachments.map(
    (each) => `${each.identifier}@${each.capturedAt ?? '?'}(${each.since ?? ''}-${each.until ?? ''})`,
  );
  const said = Object.entries(attributes).map(([path, value]) => `${path}=${String(value)}`);
  const gone = [...removeIdentifiers, ...cleared].map((each) => `-${each}`);
  return [kind, key, `v${sourceVersion ?? '?'}`, ...held, ...said, ...gone].join(' ');
}

function changesOf(batches: readonly Step[][], pool: readonly Pooled[], options: HistoryOptions): Batch[] {
  const said: RecordChange[] = [];
  return batches.map((steps) =>
    steps.map((step) => {
      const again = step.repeat === null ? undefined : said.at(-1 - step.repeat);
      const change = again ?? changeOf(step, said.length, pool, options);
      said.push(change);
      return change;
    }),
  );
}

function changeOf(step: Step, place: number, pool: readonly Pooled[], options: HistoryOptions): RecordChange {
  const { source, recordId, kind } = step;
  const version = source.versioned ? String(Math.max(0, LATENESS + place + step.jitter)) : null;
  const key = recordKey(source.name, recordId);
  const attachments = step.held.map((held) => {
    const moment = options.moments === 'fixed' ? momentOf(key, held.at) : held.capturedAt;
    return { ...attachmentOf(source.realm, pool[held.at], moment), since: held.since, until: held.until };
  });
  const isPatch = kind === 'PATCH';
  const kept = new Set(attachments.map((each) => each.identifier));
  const removed = step.removed.map((at) => attachmentOf(source.realm, pool[at], null).identifier);
  const paths = Object.keys(step.attributes);
  const says = {
    attributes: kind === 'DELETE' ? {} : step.attributes,
    attachments: kind === 'DELETE' ? [] : attachments,
    removeIdentifiers: isPatch ? removed.filter((each) => !kept.has(each)) : [],
    cleared: isPatch ? step.cleared.filter((path) => !paths.some((each) => each.startsWith(path))) : [],
  };
  return {
    ...{ kind, key, source: source.name, recordId, realm: source.realm, sourceVersion: version, capturedAt: null },
    order: version === null ? null : orderOfVersion(version),
    ...says,
    contentHash: createHash('sha256')
      .update(JSON.stringify([kind, says]))
      .digest('hex')
      .slice(0, 12),
  };
}

/** Some moment that depends on record and identifier alone; the 0th is unknown. */
function momentOf(key: string, at: number): number | null {
  const moment = (key.length + Number(key.at(-1)) * 3 + at * 5) % 4;
  return moment === 0 ? null : moment;
}

function attachmentOf(
  realm: string,
  pooled: Pooled | undefined,
  capturedAt: number | null,
): RecordChange['attachments'][number] {
  const { type, namespace, value } = pooled ?? { type: 'EMAIL', namespace: '', value: '1' };
  const quality = value === PLACEHOLDER ? 'placeholder' : 'ok';
  return {
    identifier: identifierKey(realm, type, namespace, value),
    ...{ type, namespace, raw: value, canonical: value, display: value, quality, capturedAt },
    ...{ since: null, until: null },
  };
}
