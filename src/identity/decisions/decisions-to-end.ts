import type { Bench } from '../identity.service.js';
import { lockDecisions, readDecisions } from './decision.queries.js';
import { storedDecision } from './decision-rows.js';
import type { DecisionEnd } from './decision.types.js';

/** Active decisions to be revoked together with another change, under lock. */
export async function decisionsToEnd({ tx }: Bench, ids: readonly string[], by: string): Promise<DecisionEnd[]> {
  if (ids.length === 0) return [];
  await tx.all(lockDecisions, { ids });
  const rows = await tx.all(readDecisions, { ids });
  return rows
    .filter((row) => row.status === 'ACTIVE')
    .map((row) => ({ decision: storedDecision(row), status: 'REVOKED', by }));
}
