import type { BrandScope } from '../auth/principal.js';
import { cypher } from '../graph/statement.js';
import type { Direction, SubjectKey } from './interaction.types.js';

const read = { access: 'read' } as const;

export const readInteractions = cypher<{ ids: readonly string[] }, { id: string; contentHash: string }>(
  'interactions/read-interactions',
  read,
);

/** A node to create; times travel beside its properties, in epoch milliseconds. */
export interface NewInteractionRow {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly occurredAt: number;
  readonly receivedAt: number;
}
export const createInteractions = cypher<{ rows: readonly NewInteractionRow[] }, never>(
  'interactions/create-interactions',
  { access: 'write' },
);

export const subjectsOfCustomer = cypher<{ id: string; limit: number }, { subject: SubjectKey }>(
  'interactions/subjects-of-customer',
  read,
);

/** What all the looks at ranges have in common. `until` bounds the other end in epoch milliseconds, included. */
export interface LookParams {
  readonly scope: BrandScope;
  readonly ranges: readonly { readonly subject: SubjectKey; readonly type?: string }[];
  readonly at: number;
  readonly id: string;
  readonly until: number;
  readonly scan: number;
  readonly limit: number;
  readonly brandIds: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly direction: Direction | null;
}

/** A stored interaction. */
export interface InteractionNode {
  properties: Record<string, unknown>;
  occurredAt: number;
  receivedAt: number;
}

/** What a look at one range found; `stoppedAt` (moment, id) when there may be more. */
export interface RangeRow {
  stoppedAt: [string, string] | null;
  interactions: InteractionNode[];
}
export const lookOlder = cypher<LookParams, RangeRow>('interactions/look-older', read);
export const lookNewer = cypher<LookParams, RangeRow>('interactions/look-newer', read);
export const lookOlderOfType = cypher<LookParams, RangeRow>('interactions/look-older-of-type', read);
export const lookNewerOfType = cypher<LookParams, RangeRow>('interactions/look-newer-of-type', read);

interface Subjects {
  readonly scope: BrandScope;
  readonly subjects: readonly SubjectKey[];
}
export const countTypes = cypher<
  Subjects & { types: readonly string[]; most: number; now: number },
  { type: string; times: number; lastAt: number }
>('interactions/count-types', read);
export const sumItems = cypher<
  Subjects & { purchases: readonly string[]; returns: readonly string[]; after: string; limit: number },
  { itemId: string; bought: number; returned: number; lastBoughtAt: number }
>('interactions/sum-items', read);
export const seenChannels = cypher<
  Subjects & { channels: readonly string[]; brandId: string | null },
  { channel: string }
>('interactions/seen-channels', read);
