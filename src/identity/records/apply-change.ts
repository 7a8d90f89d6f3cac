import { personOf } from '../resolution/persons/person-of.js';
import { NOBODY } from '../resolution/persons/person.types.js';
import type { Attachment, FlatAttributes, RecordChange, RecordState, VersionToken } from './record.types.js';
import { arrivalToken, isWordedAs, NEVER_WRITTEN, sameKind, versionToken } from './versions.js';

/** Path under which `patches` keeps the newest PATCH itself, whatever it said; no attribute has an empty name. */
const ANYTHING = '';

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
  const stamped = {
    ...next,
    ...stamps(state, change, token),
    person: next.deleted ? NOBODY : personOf(next.attributes),
    hold: next.deleted ? null : (state.hold ?? null),
  };
  if (!before) return { kind: 'APPLIED', state: { ...stamped, receivedAt: now } };
  if (sameContent(before, stamped) && sameProvenance(before, stamped)) return { kind: 'UNCHANGED', state: before };
  return { kind: sameContent(before, stamped) ? 'UNCHANGED' : 'APPLIED', state: { ...stamped, receivedAt: now } };
}

/** Version and moment of the newest statement. */
function stamps(
  state: RecordState,
  change: RecordChange,
  token: VersionToken,
): Pick<RecordState, 'version' | 'sourceVersion' | 'capturedAt'> {
  const version = change.order !== null && change.order > state.version ? change.order : state.version;
  if (token <= latestToken(state)) return { version, sourceVersion: state.sourceVersion, capturedAt: state.capturedAt };
  return { version, sourceVersion: change.sourceVersion ?? state.sourceVersion, capturedAt: change.capturedAt };
}

/** Whether two states say the same about the person; versions and times of arrival aside. */
export function sameContent(a: RecordState, b: RecordState): boolean {
  return a.deleted === b.deleted && sameAttributes(a.attributes, b.attributes) && sameAttachments(a, b);
}

function sameAttributes(a: FlatAttributes, b: FlatAttributes): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
  );
}

/** Whether two states of equal content also come from the same statements, so that a repetition writes nothing. */
function sameProvenance(a: RecordState, b: RecordState): boolean {
  const tokens = (state: RecordState): string => {
    const held = state.attachments.map((each) => [each.identifier, each.token]);
    const said = [held, Object.entries(state.patches), Object.entries(state.removed)].map((each) => each.sort());
    return JSON.stringify([state.version, state.sourceVersion, state.capturedAt, state.floor, said]);
  };
  return tokens(a) === tokens(b);
}

function sameAttachments(a: RecordState, b: RecordState): boolean {
  const facts = (each: Attachment): string =>
    [each.identifier, each.raw, each.status, each.capturedAt, each.since, each.until].join('\n');
  const held = new Set(a.attachments.map(facts));
  return a.attachments.length === b.attachments.length && b.attachments.every((each) => held.has(facts(each)));
}

/** An unversioned statement repeated word for word says nothing new. */
function repeats(before: RecordState | null, change: RecordChange): boolean {
  if (!before || change.order !== null || change.kind === 'PATCH') return false;
  return isWordedAs(before.floor, change.kind, change.contentHash) && !(ANYTHING in before.patches);
}

function tokenOf(state: RecordState, change: RecordChange): VersionToken {
  if (change.order !== null) return versionToken(change.order, change.kind, change.contentHash);
  return arrivalToken(latestToken(state), change.kind, change.contentHash);
}

function latestToken(state: RecordState): VersionToken {
  const patch = state.patches[ANYTHING] ?? NEVER_WRITTEN;
  return patch > state.floor ? patch : state.floor;
}

function blank(change: RecordChange, now: number): RecordState {
  const { key, source, recordId, realm } = change;
  const empty = {
    attributes: {},
    patches: {},
    removed: {},
    attachments: [],
    detached: [],
    conflicts: [],
    person: NOBODY,
  };
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
  const deleted = change.kind === 'DELETE' && !(ANYTHING in patches);
  return {
    ...state,
    ...{ deleted, floor: token, patches, removed, attributes: { ...fresh, ...kept } },
    attachments: [...newer, ...added.map((each) => attach(state, each, token))],
  };
}

/**
 * PATCH: each field and attachment by itself, where nothing newer spoke. A record that was deleted before is there again,
 * whatever the PATCH says of it.
 */
function patched(state: RecordState, change: RecordChange, token: VersionToken): RecordState {
  const wins = (path: string): boolean => token > (spokenFor(state.patches, path) ?? state.floor);
  const set = Object.entries(change.attributes).filter(([path]) => wins(path));
  const said = [...change.cleared.filter(wins), ...set.map(([path]) => path)];
  const isSaid = (path: string): boolean => said.some((each) => path === each || path.startsWith(`${each}.`));
  const kept = Object.entries(state.attributes).filter(([path]) => !isSaid(path) || !wins(path));
  const newest = state.patches[ANYTHING] ?? NEVER_WRITTEN;
  const patches: Record<string, VersionToken> = {
    ...state.patches,
    ...Object.fromEntries(said.map((path) => [path, token])),
    [ANYTHING]: token > newest ? token : newest,
  };
  return {
    ...state,
    ...{ deleted: false, attributes: { ...Object.fromEntries(kept), ...Object.fromEntries(set) } },
    ...{ patches: withoutBuried(patches), ...patchedAttachments(state, change, token) },
  };
}

/** Leaves out what a newer PATCH of something above says as well, so that every order of delivery keeps the same. */
function withoutBuried(patches: Readonly<Record<string, VersionToken>>): Record<string, VersionToken> {
  const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));
  const isBuried = ([path, token]: [string, VersionToken]): boolean =>
    above(path) !== '' && (spokenFor(patches, above(path)) ?? NEVER_WRITTEN) >= token;
  return Object.fromEntries(Object.entries(patches).filter((each) => !isBuried(each)));
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

/**
 * An attachment that was there before keeps its status (one that a steward took away stays so) and the earliest moment at
 * which it was seen. One that was rejected was rejected as it was said: said again, it is a new word.
 */
function attach(state: RecordState, fresh: RecordChange['attachments'][number], token: VersionToken): Attachment {
  const old = state.attachments.find((each) => each.identifier === fresh.identifier);
  const moments = [old?.capturedAt ?? null, fresh.capturedAt].filter((each) => each !== null);
  const capturedAt = moments.length > 0 ? Math.min(...moments) : null;
  const known = old?.status === 'REJECTED' && token > old.token ? undefined : old?.status;
  const status = known ?? (state.detached.includes(fresh.identifier) ? 'DETACHED' : 'ACTIVE');
  return { ...fresh, token, capturedAt, status };
}

function newerThan(tokens: Readonly<Record<string, VersionToken>>, token: VersionToken): Record<string, VersionToken> {
  return Object.fromEntries(Object.entries(tokens).filter(([, each]) => each > token));
}
