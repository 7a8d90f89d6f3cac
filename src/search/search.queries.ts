import { cypher } from '../graph/statement.js';
import type { CustomerId } from '../kernel/ids.js';

const read = { access: 'read' } as const;

/** A customer that was found; the higher the score, the better it fits. */
export interface HitRow {
  id: CustomerId;
  score: number;
}
export const findRecords = cypher<{ query: string; records: number }, HitRow>('search/find-records', read);
export const countHits = cypher<
  { terms: readonly { index: number; query: string }[]; records: number },
  { index: number; hits: number }
>('search/count-hits', read);

/** A customer of which one record holds one term, with the words of its records. */
export interface CandidateRow extends HitRow {
  words: (string | null)[];
}
export const readCandidates = cypher<
  { query: string; records: number; perCustomer: number; seen: readonly string[] | null },
  CandidateRow
>('search/read-candidates', read);
