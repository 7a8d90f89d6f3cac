import { splitRecordKey, type IdentifierKey, type RecordKey } from '../../../kernel/ids.js';
import { LIMITS } from '../../../kernel/limits.js';
import type { Identifier } from '../../graphql/identifier.types.js';
import type { StoredRecord } from '../../records/record.types.js';
import type { Bridge as ShownBridge } from '../bridges.types.js';
import type { Bridge, BridgesFound } from './find-bridges.js';

type Records = ReadonlyMap<RecordKey, StoredRecord>;

/** A bridge as people may see it: the identifier's value is masked, and of many parts only the largest are told. */
export function shownBridge({ loss, parts }: Bridge, found: BridgesFound, records: Records): ShownBridge {
  return {
    kind: loss.kind,
    identifier: loss.identifier === null ? null : shownIdentifier(loss.identifier, found, records),
    record: loss.record === null ? null : splitRecordKey(loss.record),
    parts: parts.slice(0, LIMITS.partsPerBridge),
    partCount: parts.length,
  };
}

function shownIdentifier(key: IdentifierKey, { contested }: BridgesFound, records: Records): Identifier {
  for (const { attachments } of records.values()) {
    const held = attachments.find((each) => each.identifier === key);
    if (!held) continue;
    const { type, namespace, display } = held;
    const contestReasons = contested.find((each) => each.identifier === key)?.reasons ?? [];
    return { type, namespace, display, status: 'LINKABLE', contested: contestReasons.length > 0, contestReasons };
  }
  throw new Error('a bridge names an identifier that no record of it holds');
}
