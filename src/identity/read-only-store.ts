import { inTurns, mapping } from '../kernel/turns.js';
import type { ReadTx } from '../graph/transaction.js';
import { storedDecision } from './decisions/decision-rows.js';
import { JOINING } from './decisions/decision.types.js';
import type { EvidenceStore } from './engine/engine.types.js';
import {
  countAttachments,
  decisionsOn,
  heldTimes,
  holders,
  owners,
  readCustomers,
  surroundings,
} from './identity.queries.js';
import { namedRow, standingsOf, storedRecord, timesByKey } from './record-rows.js';

/** The reading half of an evidence store, without locks; anything else of it throws. */
export function readOnlyStore(tx: ReadTx): EvidenceStore {
  const refuse = (): never => {
    throw new Error('a look at the graph neither locks nor writes');
  };
  return {
    lockRecords: refuse,
    lockIdentifiers: refuse,
    lockCustomers: async (ids) => {
      const customers = await tx.all(readCustomers, { ids });
      return { customers, reach: { records: new Map(), identifiers: new Map() } };
    },
    surroundings: async (customers) => {
      const rows = await inTurns(mapping(await tx.all(surroundings, { customers }), namedRow));
      return { records: await inTurns(mapping(rows, storedRecord)), standings: await inTurns(standingsOf(rows)) };
    },
    owners: async (records) => (await tx.all(owners, { keys: records })).map((row) => row.customerId),
    decisionsOn: async (records, identifiers) =>
      (await tx.all(decisionsOn, { records, identifiers, kinds: JOINING })).map(storedDecision),
    holders: async (identifiers) => (await tx.all(holders, { keys: identifiers })).map((row) => row.customerId),
    countAttachments: async (keys) => {
      const rows = keys.length > 0 ? await tx.all(countAttachments, { keys }) : [];
      return new Map(rows.map(({ key, attachments }) => [key, attachments]));
    },
    heldTimes: async (keys) => timesByKey(await tx.all(heldTimes, { keys })),
    past: refuse,
    emptiedBy: refuse,
    flows: refuse,
    write: refuse,
  };
}
