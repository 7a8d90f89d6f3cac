import { cypher } from '../../graph/statement.js';
import type { RecordKey } from '../../kernel/ids.js';
import type { CompactRow, RecordRow } from '../record-rows.js';
import type { ContestReason } from '../resolution/evidence.types.js';

/** A record with what it holds, and what tells the holders of each identifier apart. */
export type SurroundingRow = Omit<RecordRow, 'attachments'> & {
  attachments: (RecordRow['attachments'][number] & { contestReasons: ContestReason[] })[];
};

export const readSurroundings = cypher<{ keys: readonly RecordKey[]; limit: number }, CompactRow>(
  'explain/read-surroundings',
  { access: 'read' },
);
