import { splitRecordKey, type IdentifierKey, type RecordKey } from '../../../kernel/ids.js';
import { LIMITS } from '../../../kernel/limits.js';
import type { Identifier } from '../../graphql/identifier.types.js';
import type { StoredRecord } from '../../records/record.types.js';
import type { Bridge as ShownBridge } from '../bridges.types.js';
import type { Bridge, BridgesFound } from './find-bridges.js';

type Records = ReadonlyMap<RecordKey, StoredRecord>;

/** A bridge as people may see it: the identifier's value is masked, and of many parts only the largest are told. */
export function shownBridge({ loss, parts }: Bridge, identifiers: ReadonlyMap<IdentifierKey, Identifier>): ShownBridge {
  return {
    kind: loss.kind,
    identifier: loss.identifier === null ? null : known(identifiers.get(loss.identifier)),
    record: loss.record === null ? null : splitRecordKey(loss.record),
    parts: parts.slice(0, LIMITS.partsPerBridge),
    partCount: parts.length,
  };
}

/** The identifiers of bridges, as people may see them. */
export function identifiersOf(
  bridges: readonly Bridge[],
  { contested }: BridgesFound,
  records: Records,
): Map<IdentifierKey, Identifier> {
  const wanted = new Set(bridges.flatMap(({ loss }) => loss.identifier ?? []));
  // Of several tenures the earliest one's.
  const reasons = new Map([...contested].reverse().map((each) => [each.identifier, each.reasons]));
  const shown = new Map<IdentifierKey, Identifier>();
  for (const { attachments } of records.values()) {
    for (const { identifier: key, type, namespace, display } of attachments) {
      if (!wanted.delete(key)) continue;
      const contestReasons = reasons.get(key) ?? [];
      const contested = contestReasons.length > 0;
      shown.set(key, { type, namespace, display, status: 'LINKABLE', contested, contestReasons });
    }
  }
  return shown;
}

function known(identifier: Identifier | undefined): Identifier {
  if (!identifier) throw new Error('a bridge names an identifier that no record of it holds');
  return identifier;
}
