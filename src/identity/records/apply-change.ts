import { personOf } from '../resolution/persons/person-of.js';
import { NOBODY } from '../resolution/persons/person.types.js';
import type { Attachment, FlatAttributes, RecordChange, RecordState, VersionToken } from './record.types.js';
import { arrivalToken, hashOf, NEVER_WRITTEN, sameKind, versionToken } from './versions.js';

export type Applied =
  | { readonly kind: 'APPLIED'; readonly state: RecordState }
  /** The same content under the same or a newer version: the record stays, `state` may carry the newer version. */
  | { readonly kind: 'UNCHANGED'; readonly state: RecordState }
  | { readonly kind: 'STALE'; readonly state: RecordState }
  /** The version is of another kind (number, instant) than the record's. */
  | { readonly kind: 'VERSION_KIND' };

/**
 * The record after one more statement about it. REPLACE and DELETE are floors that remove everything older; a PATCH wins
 * field by field and attachment by attachment. The same set of versioned statements ends in the same record in any order.
 *
 * @param now epoch milliseconds at which the statement was received
 */
export function applyChange(before: RecordState | null, change: RecordChange, now: number): Applied {
  const state = before ?? blank(change, now);
  if (change.order !== null && !sameKind(state.version, change.order)) return { kind: 'VERSION_KIND' };
  if (repeats(before, change)) return { kind: 'UNCHANGED', state };
  const token = tokenOf(state, change);
  if (token <= state.floor && before) {
    return token === state.floor ? { kind: 'UNCHANGED', state } : { kind: 'STALE', state };
  }
  const next = change.kind === 'PATCH' ? patched(state, change, token) : floored(state, change, token);
  const version = change.order !== null && change.order > state.version ? change.order : state.version;
  const isLatest = version === (change.order ?? version);
  const stamped: RecordState = {
    ...next,
    version,
    sourceVersion: isLatest ? (change.sourceVersion ?? state.sourceVersion) : state.sourceVersion,
    capturedAt: isLatest ? change.capturedAt : state.capturedAt,
    person: next.deleted ? NOBODY : personOf(next.attributes),
    receivedAt: now,
  };
  return { kind: before && sameContent(before, stamped) ? 'UNCHANGED' : 'APPLIED', state: stamped };
}

/** Whether two states say the same about the person; versions and times of arrival aside. */
export function sameContent(a: RecordState, b: RecordState): boolean {
  return a.deleted === b.deleted && sameAttributes(a.attributes, b.attributes) && sameAttachments(a, b);
}

function sameAttributes(a: FlatAttributes, b: FlatAttributes): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => String(a[key]) === String(b[key]));
}

function sameAttachments(a: RecordState, b: RecordState): boolean {
  const facts = (each: Attachment): string =>
    [each.identifier, each.raw, each.status, each.tenure, each.capturedAt, each.since, each.until].join('\n');
  const held = new Set(a.attachments.map(facts));
  return a.attachments.length === b.attachments.length && b.attachments.every((each) => held.has(facts(each)));
}

/** An unversioned statement repeated word for word says nothing new. */
function repeats(before: RecordState | null, change: RecordChange): boolean {
  if (!before || change.order !== null || change.kind === 'PATCH') return false;
  return hashOf(before.floor) === change.contentHash && Object.keys(before.patches).length === 0;
}

function tokenOf(state: RecordState, change: RecordChange): VersionToken {
  if (change.order !== null) return versionToken(change.order, change.kind, change.contentHash);
  return arrivalToken(latestToken(state), change.kind, change.contentHash);
}

function latestToken(state: RecordState): VersionToken {
  const tokens = [...Object.values(state.patches), ...Object.values(state.removed)];
  return [...tokens, ...state.attachments.map((each) => each.token)].reduce((a, b) => (a > b ? a : b), state.floor);
}

function blank(change: RecordChange, now: number): RecordState {
  const { key, source, recordId, realm } = change;
  const empty = { attributes: {}, patches: {}, removed: {}, attachments: [], person: NOBODY };
  const times = { capturedAt: null, receivedAt: now };
  return {
    ...{ key, source, recordId, realm, ...empty, ...times },
    ...{ deleted: false, version: '', sourceVersion: null, floor: NEVER_WRITTEN },
  };
}

/** REPLACE or DELETE: what it says, under whatever newer PATCHes said. */
function floored(state: RecordState, change: RecordChange, token: VersionToken): RecordState {
  const patches = newerThan(state.patches, token);
  const removed = newerThan(state.removed, token);
  const kept = Object.fromEntries(Object.entries(state.attributes).filter(([path]) => spokenFor(patches, path)));
  const fresh = Object.fromEntries(Object.entries(change.attributes).filter(([path]) => !spokenFor(patches, path)));
  const newer = state.attachments.filter((each) => each.token > token);
  const taken = new Set([...newer.map((each) => each.identifier as string), ...Object.keys(removed)]);
  const added = change.attachments.filter((each) => !taken.has(each.identifier));
  const deleted = change.kind === 'DELETE' && newer.length === 0 && Object.keys(kept).length === 0;
  return {
    ...state,
    ...{ deleted, floor: token, patches, removed, attributes: { ...fresh, ...kept } },
    attachments: [...newer, ...added.map((each) => attach(state, each, token))],
  };
}

/** PATCH: each field and attachment by itself, where nothing newer spoke. */
function patched(state: RecordState, change: RecordChange, token: VersionToken): RecordState {
  const attributes: Record<string, FlatAttributes[string]> = { ...state.attributes };
  const patches: Record<string, VersionToken> = { ...state.patches };
  const wins = (path: string): boolean => token > (spokenFor(patches, path) ?? state.floor);
  const below = (path: string): string[] =>
    [...new Set([...Object.keys(attributes), path])].filter((each) => each === path || each.startsWith(`${path}.`));
  for (const path of change.cleared.flatMap(below).filter(wins)) {
    delete attributes[path];
    patches[path] = token;
  }
  for (const [path, value] of Object.entries(change.attributes)) {
    if (!wins(path)) continue;
    attributes[path] = value;
    patches[path] = token;
  }
  return { ...state, deleted: false, attributes, patches, ...patchedAttachments(state, change, token) };
}

/** The newest PATCH that set or cleared the path or something above it. */
function spokenFor(patches: Readonly<Record<string, VersionToken>>, path: string): VersionToken | undefined {
  const parts = path.split('.');
  const tokens = parts.flatMap((_, depth) => patches[parts.slice(0, depth + 1).join('.')] ?? []);
  return tokens.sort().at(-1);
}

function patchedAttachments(
  state: RecordState,
  change: RecordChange,
  token: VersionToken,
): Pick<RecordState, 'attachments' | 'removed'> {
  const attachments = new Map(state.attachments.map((each) => [each.identifier as string, each]));
  const removed: Record<string, VersionToken> = { ...state.removed };
  const wins = (key: string): boolean =>
    token > (removed[key] ?? state.floor) && token > (attachments.get(key)?.token ?? '');
  for (const key of change.removeIdentifiers.filter(wins)) {
    attachments.delete(key);
    removed[key] = token;
  }
  for (const each of change.attachments.filter(({ identifier }) => wins(identifier))) {
    attachments.set(each.identifier, attach(state, each, token));
    delete removed[each.identifier];
  }
  return { attachments: [...attachments.values()], removed };
}

/** An attachment that was there before keeps its status and the earliest moment at which it was seen. */
function attach(state: RecordState, fresh: RecordChange['attachments'][number], token: VersionToken): Attachment {
  const old = state.attachments.find((each) => each.identifier === fresh.identifier);
  const moments = [old?.capturedAt ?? null, fresh.capturedAt].filter((each) => each !== null);
  const capturedAt = moments.length > 0 ? Math.min(...moments) : null;
  return { ...fresh, token, capturedAt, status: old?.status ?? 'ACTIVE', tenure: old?.tenure ?? 0 };
}

function newerThan(tokens: Readonly<Record<string, VersionToken>>, token: VersionToken): Record<string, VersionToken> {
  return Object.fromEntries(Object.entries(tokens).filter(([, each]) => each > token));
}
