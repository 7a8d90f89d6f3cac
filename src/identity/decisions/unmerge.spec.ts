import { describe, expect, test } from '@jest/globals';
import { DEVELOPER } from '../../auth/principal.js';
import { identifierKey, recordKey, type RecordKey } from '../../kernel/ids.js';
import { MemoryStore } from '../../../test/support/memory/memory-store.js';
import { MemoryWorld } from '../../../test/support/memory/memory-world.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import type { RecordChange, StoredRecord } from '../records/record.types.js';

const TERMS = { reason: 'because', expiresAt: null, dryRun: false, idempotencyKey: null };

/** What a record says: identifiers as `TYPE value`. */
function says(recordId: string, ...held: string[]): RecordChange {
  const attachments = held.map((each) => {
    const [type = '', value = ''] = each.split(' ');
    const said = { type, namespace: '', raw: value, canonical: value, display: value, quality: 'ok' as const };
    const identifier = identifierKey('default', type, '', value);
    return { identifier, ...said, capturedAt: null, since: null, until: null };
  });
  return {
    ...{ kind: 'REPLACE', key: recordKey('crm', recordId), source: 'crm', recordId, realm: 'default' },
    ...{ sourceVersion: null, order: null, capturedAt: null, attributes: {}, attachments },
    ...{ removeIdentifiers: [], cleared: [], contentHash: recordId },
  };
}

/** A store in which another writer comes between the lock of records and that of their customers. */
class Interrupted extends MemoryStore {
  other: (() => Promise<unknown>) | null = null;

  override async lockRecords(keys: readonly RecordKey[]): Promise<StoredRecord[]> {
    const rows = await super.lockRecords(keys);
    const { other } = this;
    this.other = null;
    await other?.();
    return rows;
  }
}

describe('taking a merge back', () => {
  test('finds the records of a customer that was merged away while its lock was waited for', async () => {
    const store = new Interrupted();
    const world = new MemoryWorld(DEFAULT_POLICY, store);
    await world.apply([says('1', 'EMAIL a')]);
    await world.apply([says('2', 'PHONE p')]);
    await world.apply([says('4', 'SSO s'), says('5', 'SSO s', 'EMAIL b')]);
    await world.apply([says('3', 'EMAIL a', 'PHONE p')]);
    const event = store.graph.events.at(-1)?.id ?? '';
    store.other = () => world.apply([says('6', 'EMAIL a', 'EMAIL b')]);
    const answer = await world.decisions.unmerge(DEVELOPER, event, TERMS);
    // Its records are all there, though not to be parted any more without another event.
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'LATER_EVENTS' } });
  });

  test('makes its customers stand again, with their ids', async () => {
    const world = new MemoryWorld(DEFAULT_POLICY);
    const { graph } = world.store;
    await world.apply([says('1', 'EMAIL a')]);
    await world.apply([says('2', 'PHONE p')]);
    const before = graph.memberships.map(({ record, customer }) => [record, customer]);
    await world.apply([says('3', 'EMAIL a', 'PHONE p')]);
    const event = graph.events.at(-1)?.id ?? '';
    const answer = await world.decisions.unmerge(DEVELOPER, event, TERMS);
    expect(answer.kind).toBe('done');
    const after = graph.memberships.filter((edge) => edge.toTx === null && !edge.record.endsWith('3'));
    expect(after.map(({ record, customer }) => [record, customer]).sort()).toEqual(before.sort());
  });
});
