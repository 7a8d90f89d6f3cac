import type { Graph } from '../../graph/graph.js';
import { cypher, type ReadStatement } from '../../graph/statement.js';
import type { Difference } from './difference.js';

type Check = ReadStatement<{ limit: number }, { subject: string | null }>;

const scan = { access: 'read', scansLabel: true } as const;
const missingEvents: Check = cypher('verify/missing-events', scan);
const eventGaps: Check = cypher('verify/event-gaps', scan);
const longRedirects: Check = cypher('verify/long-redirects', scan);
const unreviewed: Check = cypher('verify/unreviewed-identifiers', scan);
const wrongCuts: Check = cypher('verify/wrong-cuts', scan);
const danglingDecisions: Check = cypher('verify/dangling-decisions', scan);
const danglingHolds: Check = cypher('verify/dangling-holds', scan);

const CHECKS: readonly (Pick<Difference, 'kind' | 'message'> & { readonly check: Check })[] = [
  { kind: 'EVENT', check: eventGaps, message: 'is an event number before which one is missing' },
  { kind: 'EVENT', check: missingEvents, message: 'ended, and no event tells it' },
  { kind: 'REDIRECT', check: longRedirects, message: 'does not lead to a live customer in one hop' },
  { kind: 'REVIEW', check: unreviewed, message: 'holds an identifier that stewards should see and cannot' },
  { kind: 'DECISION', check: wrongCuts, message: 'holds an identifier that is cut otherwise than decisions say' },
  { kind: 'DECISION', check: danglingDecisions, message: 'names something and is over, or holds and names nothing' },
  { kind: 'HOLD', check: danglingHolds, message: 'was stopped, and no hold that stands says so' },
];

/** What one component cannot show: events, redirects, review items and decisions. At most `limit` of each kind. */
export async function wholeGraph(graph: Graph, limit: number): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const { kind, check, message } of CHECKS) {
    const rows = await graph.lookup(check, { limit });
    differences.push(...rows.map(({ subject }) => ({ kind, subject: subject ?? '-', message })));
  }
  return differences;
}
