import { describe, expect, test } from '@jest/globals';
import { type IdentifierKey, recordKey } from '../../kernel/ids.js';
import { applyChange } from './apply-change.js';
import type { RecordChange, RecordState } from './record.types.js';
import { orderOfVersion } from './versions.js';

interface Said {
  readonly v?: string;
  readonly says?: RecordChange['attributes'];
  readonly has?: readonly string[];
  readonly drops?: readonly string[];
  readonly clears?: readonly string[];
  readonly seen?: number;
  readonly hash?: string;
}

function change(kind: RecordChange['kind'], said: Said = {}): RecordChange {
  const { v, says = {}, has = [], drops = [], clears = [], seen = null } = said;
  return {
    ...{ kind, key: recordKey('crm', '1'), source: 'crm', recordId: '1', realm: 'default' },
    ...{ order: v ? orderOfVersion(v) : null, sourceVersion: v ?? null, capturedAt: seen, attributes: says },
    cleared: clears,
    attachments: has.map((value) => ({
      ...{ identifier: `default|EMAIL||${value}` as IdentifierKey, type: 'EMAIL', namespace: '', raw: value },
      ...{ canonical: value, display: value, quality: 'ok' as const, capturedAt: seen, since: null, until: null },
    })),
    removeIdentifiers: drops.map((value) => `default|EMAIL||${value}` as IdentifierKey),
    contentHash: said.hash ?? JSON.stringify([says, has, drops, clears]),
  };
}

const replace = (said?: Said): RecordChange => change('REPLACE', said);
const patch = (said?: Said): RecordChange => change('PATCH', said);
const remove = (said?: Said): RecordChange => change('DELETE', said);

/** The kinds of answer to each change, and what is left. */
function after(...changes: readonly RecordChange[]): { kinds: string[]; state: RecordState } {
  let state: RecordState | null = null;
  const kinds = changes.map((each, index) => {
    const applied = applyChange(state, each, index);
    if (applied.kind !== 'VERSION_KIND') ({ state } = applied);
    return applied.kind;
  });
  if (!state) throw new Error('nothing was applied');
  return { kinds, state };
}

function summary(...changes: readonly RecordChange[]): unknown {
  const { deleted, attributes, attachments } = after(...changes).state;
  return deleted
    ? 'deleted'
    : {
        ...attributes,
        has: attachments
          .map((each) => each.raw)
          .sort()
          .join(' '),
      };
}

/** The same whichever of the changes comes first. */
function inAnyOrder(...changes: readonly RecordChange[]): unknown {
  const orders = permutations(changes);
  const ends = new Set(orders.map((each) => JSON.stringify(sortedSummary(each))));
  expect([...ends]).toHaveLength(1);
  return summary(...changes);
}

function sortedSummary(changes: readonly RecordChange[]): unknown {
  const { deleted, attributes, attachments, patches, removed, version, floor } = after(...changes).state;
  const held = attachments.map((each) => `${each.raw} ${each.token}`).sort();
  const sorted = (map: object): unknown => Object.entries(map).sort();
  return { deleted, version, floor, held, said: [attributes, patches, removed].map(sorted) };
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

describe('REPLACE', () => {
  test('removes everything older', () => {
    const first = replace({ v: '1', says: { a: 'x', b: 'y' }, has: ['p', 'q'] });
    expect(inAnyOrder(first, replace({ v: '2', says: { b: 'z' }, has: ['q'] }))).toEqual({ b: 'z', has: 'q' });
  });

  test('leaves what a newer PATCH said', () => {
    const newer = patch({ v: '2', says: { a: 'new' }, has: ['q'], drops: ['p'], clears: ['b'] });
    const older = replace({ v: '1', says: { a: 'old', b: 'old', c: 'old' }, has: ['p', 'r'] });
    expect(inAnyOrder(older, newer)).toEqual({ a: 'new', c: 'old', has: 'q r' });
  });

  test('of an older version is stale', () => {
    const { kinds, state } = after(replace({ v: '2', says: { a: '2' } }), replace({ v: '1', says: { a: '1' } }));
    expect(kinds).toEqual(['APPLIED', 'STALE']);
    expect(state.sourceVersion).toBe('2');
  });

  test('of the same version and content changes nothing, not even the time of arrival', () => {
    const first = after(replace({ v: '1', says: { a: 'x' } }));
    const again = applyChange(first.state, replace({ v: '1', says: { a: 'x' } }), 99);
    expect(again).toEqual({ kind: 'UNCHANGED', state: first.state });
  });

  test('of a newer version and the same content is unchanged and advances the version', () => {
    const { kinds, state } = after(replace({ v: '1', says: { a: 'x' } }), replace({ v: '2', says: { a: 'x' } }));
    expect(kinds).toEqual(['APPLIED', 'UNCHANGED']);
    expect(state.version).toBe(orderOfVersion('2'));
  });

  test('a number is not the text of its digits', () => {
    const { kinds } = after(replace({ v: '1', says: { a: 1 } }), replace({ v: '2', says: { a: '1' } }));
    expect(kinds).toEqual(['APPLIED', 'APPLIED']);
  });
});

describe('equal versions', () => {
  test('the greater content hash wins', () => {
    const [one, two] = [
      replace({ v: '1', says: { a: '1' }, hash: 'aa' }),
      replace({ v: '1', says: { a: '2' }, hash: 'bb' }),
    ];
    expect(inAnyOrder(one, two)).toEqual({ a: '2', has: '' });
  });

  test('DELETE wins over all', () => {
    expect(inAnyOrder(replace({ v: '1', says: { a: '1' } }), patch({ v: '1', has: ['p'] }), remove({ v: '1' }))).toBe(
      'deleted',
    );
  });
});

describe('PATCH', () => {
  test('wins field by field and identifier by identifier', () => {
    const changes = [
      replace({ v: '1', says: { a: '1', b: '1' }, has: ['p'] }),
      patch({ v: '3', says: { a: '3' }, drops: ['q'] }),
      patch({ v: '2', says: { a: '2', b: '2' }, has: ['q', 'r'] }),
    ];
    expect(inAnyOrder(...changes)).toEqual({ a: '3', b: '2', has: 'p r' });
  });

  test('clears a field with everything below it', () => {
    const changes = [
      replace({ v: '1', says: { 'address.city': 'Lima', 'address.street': 'x' } }),
      patch({ v: '2', clears: ['address'] }),
      patch({ v: '3', says: { 'address.city': 'Cusco' } }),
    ];
    expect(inAnyOrder(...changes)).toEqual({ 'address.city': 'Cusco', has: '' });
  });

  test('sets a field in place of everything below it', () => {
    const changes = [
      replace({ v: '1', says: { 'address.city': 'Lima' } }),
      patch({ v: '2', says: { address: 'Lima 1' } }),
    ];
    expect(inAnyOrder(...changes)).toEqual({ address: 'Lima 1', has: '' });
  });

  test('delivered again writes nothing', () => {
    const said = patch({ v: '2', says: { a: 'x' }, has: ['p'], drops: ['q'], clears: ['b'] });
    const { state } = after(replace({ v: '1', has: ['q'] }), said);
    expect(applyChange(state, said, 99)).toEqual({ kind: 'UNCHANGED', state });
  });

  test('of a record never seen makes it', () => {
    expect(summary(patch({ v: '1', has: ['p'] }))).toEqual({ has: 'p' });
  });
});

describe('DELETE', () => {
  test('leaves a stub without personal data, also of a record never seen', () => {
    const { state } = after(replace({ v: '1', says: { givenName: 'Ana' }, has: ['p'] }), remove({ v: '2' }));
    expect(state).toMatchObject({ deleted: true, attributes: {}, attachments: [], removed: {}, patches: {} });
    expect(state.person).toEqual({ given: [], family: [], birthDate: null });
    expect(inAnyOrder(remove({ v: '2' }), replace({ v: '1', has: ['p'] }))).toBe('deleted');
  });

  test('is undone by a newer REPLACE and by a newer PATCH, even one that only takes away', () => {
    expect(inAnyOrder(remove({ v: '2' }), replace({ v: '3', has: ['p'] }))).toEqual({ has: 'p' });
    expect(inAnyOrder(replace({ v: '1', has: ['q'] }), remove({ v: '2' }), patch({ v: '3', has: ['p'] }))).toEqual({
      has: 'p',
    });
    expect(inAnyOrder(remove({ v: '2' }), patch({ v: '3', clears: ['a'] }))).toEqual({ has: '' });
    expect(inAnyOrder(remove({ v: '2' }), patch({ v: '3' }))).toEqual({ has: '' });
  });
});

describe('versions', () => {
  test('of another kind are refused', () => {
    const { kinds } = after(replace({ v: '1' }), replace({ v: '2024-05-01T12:00:00Z' }), replace({ v: '2' }));
    expect(kinds).toEqual(['APPLIED', 'VERSION_KIND', 'UNCHANGED']);
  });

  test('without them the last to arrive wins', () => {
    expect(
      summary(replace({ says: { a: '1' } }), replace({ says: { a: '2' } }), replace({ says: { a: '1' } })),
    ).toEqual({ a: '1', has: '' });
  });

  test('without them a repetition changes nothing, unless a PATCH came between', () => {
    expect(after(replace({ has: ['p'] }), replace({ has: ['p'] })).kinds).toEqual(['APPLIED', 'UNCHANGED']);
    expect(summary(replace({ has: ['p'] }), patch({ drops: ['p'], has: ['q'] }), replace({ has: ['p'] }))).toEqual({
      has: 'p',
    });
  });

  test('a source may begin to send them', () => {
    const { kinds } = after(replace({ says: { a: '1' } }), replace({ v: '1', says: { a: '2' } }), replace({ v: '0' }));
    expect(kinds).toEqual(['APPLIED', 'APPLIED', 'STALE']);
  });
});

describe('an attachment', () => {
  const capturedAt = (...changes: RecordChange[]): unknown => after(...changes).state.attachments[0]?.capturedAt;

  test('keeps the earliest moment at which it was seen', () => {
    expect(capturedAt(replace({ v: '1', has: ['p'], seen: 5 }), replace({ v: '2', has: ['p'], seen: 9 }))).toBe(5);
    expect(capturedAt(replace({ v: '1', has: ['p'], seen: 9 }), replace({ v: '2', has: ['p'], seen: 5 }))).toBe(5);
    expect(capturedAt(replace({ v: '1', has: ['p'] }), patch({ v: '2', has: ['p'], seen: 5 }))).toBe(5);
  });

  test('keeps the status that the service gave it', () => {
    const { state } = after(replace({ v: '1', has: ['p'] }));
    const held = { ...state, attachments: state.attachments.map((each) => ({ ...each, status: 'HELD' as const })) };
    const applied = applyChange(held, replace({ v: '2', has: ['p', 'q'] }), 1);
    expect(applied).toMatchObject({ state: { attachments: [{ status: 'HELD' }, { status: 'ACTIVE' }] } });
  });

  test.each([
    ['the same', '1', 'REJECTED'],
    ['an older word', '0', 'REJECTED'],
    ['a newer word', '2', 'ACTIVE'],
  ])('that was rejected counts again only by a newer word: %s', (_, v, status) => {
    const { state } = after(replace({ v: '1', has: ['p'] }));
    const rejected = state.attachments.map((each) => ({ ...each, status: 'REJECTED' as const }));
    const applied = applyChange({ ...state, attachments: rejected }, replace({ v, has: ['p'] }), 1);
    expect(applied).toMatchObject({ state: { attachments: [{ status }] } });
  });

  test('that waits because its source is held goes on waiting', () => {
    const { state } = after(replace({ v: '1', has: ['p'] }));
    const stopped = state.attachments.map((each) => ({ ...each, status: 'STOPPED' as const }));
    const applied = applyChange({ ...state, attachments: stopped, hold: 'h1' }, replace({ v: '2', has: ['p'] }), 1);
    expect(applied).toMatchObject({ state: { attachments: [{ status: 'STOPPED' }], hold: 'h1' } });
    const gone = applyChange({ ...state, attachments: stopped, hold: 'h1' }, remove({ v: '2' }), 1);
    expect(gone).toMatchObject({ state: { attachments: [], hold: null } });
  });
});
