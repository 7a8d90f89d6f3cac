import { cypher } from '../../graph/statement.js';
import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { IdentifierStatus } from '../engine/engine.types.js';
import type { ContestReason } from '../resolution/evidence.types.js';
import type { ReviewChoice, ReviewKind, ReviewStatus } from './review.types.js';

const read = { access: 'read' } as const;

export interface ReviewRow {
  id: string;
  kind: ReviewKind;
  status: ReviewStatus;
  version: number;
  openedAt: Date;
  reasons: string[];
  choice: ReviewChoice | null;
  decidedBy: string | null;
  identifier: {
    key: IdentifierKey;
    type: string;
    namespace: string;
    display: string;
    status: IdentifierStatus;
    contested: boolean;
    contestReasons: ContestReason[];
  } | null;
  record: RecordKey | null;
  decisionId: string | null;
  holdId: string | null;
  customers: { id: CustomerId; size: number; displayName: string }[];
}
export const readReviews = cypher<{ ids: readonly string[]; customers: number }, ReviewRow>(
  'reviews/read-reviews',
  read,
);
export const listReviews = cypher<
  {
    status: ReviewStatus;
    kind: ReviewKind | null;
    /** Epoch milliseconds. */
    after: number;
    afterId: string;
    before: number;
    limit: number;
  },
  { id: string; openedAt: number }
>('reviews/list-reviews', read);
export const decideReview = cypher<
  { id: string; version: number; choice: ReviewChoice; actor: string; reason: string; at: number },
  { isCurrent: boolean }
>('identity/decide-review', { access: 'write' });
