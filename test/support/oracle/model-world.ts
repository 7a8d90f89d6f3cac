import type { FlatAttributes, RecordChange } from '../../../src/identity/records/record.types.js';
import type { IdentifierKey, RecordKey } from '../../../src/kernel/ids.js';

/** A change with the place that it has among all changes of its record. */
interface Statement {
  readonly change: RecordChange;
  /** The source's order; without one, that of the newest statement before it. */
  readonly order: string;
  /** 0 with a version; else one more than the statement that it follows. */
  readonly arrival: number;
}

/** Which of two changes of equal version is the later one: negative when `a` is older. */
export type CompareEqualVersions = (a: RecordChange, b: RecordChange) => number;

/** Everything that was ever said about every record; what a record *is* is read off it anew each time. */
export interface ModelWorld {
  readonly statements: ReadonlyMap<RecordKey, readonly Statement[]>;
  readonly compareEqualVersions: CompareEqualVersions;
}

/** A live record of the model. */
export interface ModelRecord {
  readonly key: RecordKey;
  readonly realm: string;
  readonly attributes: FlatAttributes;
  readonly attachments: ReadonlyMap<IdentifierKey, RecordChange['attachments'][number]>;
}

/** "Equal version, other content: DELETE first, then the greater content hash." */
export function deleteThenHash(a: RecordChange, b: RecordChange): number {
  const [one, other] = [Number(a.kind === 'DELETE'), Number(b.kind === 'DELETE')];
  return one - other || compareText(a.contentHash, b.contentHash);
}

/** A world in which nobody has said anything. */
export function emptyWorld(compareEqualVersions: CompareEqualVersions = deleteThenHash): ModelWorld {
  return { statements: new Map(), compareEqualVersions };
}

/** The world after more changes. Nothing is ever thrown away, not even what a floor has buried. */
export function afterChanges(world: ModelWorld, changes: readonly RecordChange[]): ModelWorld {
  return changes.reduce((before, change) => {
    const said = before.statements.get(change.key) ?? [];
    const statements = new Map(before.statements).set(change.key, [...said, placed(change, said, world)]);
    return { ...before, statements };
  }, world);
}

function placed(change: RecordChange, said: readonly Statement[], world: ModelWorld): Statement {
  if (change.order !== null) return { change, order: change.order, arrival: 0 };
  const newest = inVersionOrder(said, world).at(-1);
  return { change, order: newest?.order ?? '', arrival: (newest?.arrival ?? 0) + 1 };
}

function inVersionOrder(statements: readonly Statement[], world: ModelWorld): Statement[] {
  return [...statements].sort(
    (a, b) => compareText(a.order, b.order) || a.arrival - b.arrival || world.compareEqualVersions(a.change, b.change),
  );
}

/**
 * The record by "REPLACE and DELETE remove everything older, a PATCH wins field by field and attachment by attachment":
 * all statements about it, oldest version first, one after the other. Null when it was deleted or never named.
 */
export function recordOf(world: ModelWorld, key: RecordKey): ModelRecord | null {
  const changes = inVersionOrder(world.statements.get(key) ?? [], world).map((statement) => statement.change);
  return changes.reduce<ModelRecord | null>((before, change) => afterChange(before, change), null);
}

function afterChange(before: ModelRecord | null, change: RecordChange): ModelRecord | null {
  if (change.kind === 'DELETE') return null;
  const kept = change.kind === 'PATCH' ? before : null;
  const attributes = Object.entries(kept?.attributes ?? {}).filter(([path]) => !isCleared(path, change.cleared));
  const attachments = new Map(kept?.attachments);
  for (const identifier of change.removeIdentifiers) attachments.delete(identifier);
  for (const one of change.attachments) {
    const earlier = before?.attachments.get(one.identifier)?.capturedAt ?? null;
    attachments.set(one.identifier, { ...one, capturedAt: earliest(one.capturedAt, earlier) });
  }
  return {
    key: change.key,
    realm: change.realm,
    attributes: { ...Object.fromEntries(attributes), ...change.attributes },
    attachments,
  };
}

/** "An attachment that a newer version leaves unchanged keeps the earliest seen." */
function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function isCleared(path: string, cleared: readonly string[]): boolean {
  return cleared.some((one) => path === one || path.startsWith(`${one}.`));
}

/** All live records. */
export function liveRecords(world: ModelWorld): ModelRecord[] {
  return [...world.statements.keys()].flatMap((key) => recordOf(world, key) ?? []);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
