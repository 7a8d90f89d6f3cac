import { describe, expect, test } from '@jest/globals';
import { recordKey, type CustomerId } from '../../kernel/ids.js';
import type { Decision, DecisionEnd } from '../decisions/decision.types.js';
import { NO_DECISIONS } from '../decisions/decisions-after.js';
import type { MembershipPlan } from '../engine/engine.types.js';
import { NO_CHANGE } from '../engine/plans.js';
import { eventsOf } from './events-of.js';

const [A, B, C, D] = ['A', 'B', 'C', 'D'] as CustomerId[] as [CustomerId, CustomerId, CustomerId, CustomerId];
const crm = (id: string) => recordKey('crm', id);

function always(id: string, ...records: string[]): Decision {
  const facts = { actor: 'ana', reason: 'seen', decidedAt: 1, expiresAt: null, payloadHash: '' };
  return { id, kind: 'ALWAYS', ...facts, sides: records.map((each) => ({ records: [crm(each)], identifiers: [] })) };
}

function decisionsTold(
  plan: Partial<MembershipPlan>,
  ended: readonly DecisionEnd[],
): Record<string, readonly string[]> {
  const circumstances = { decisions: { ...NO_DECISIONS, ended }, newId: () => 'event', actor: null, policy: 'p' };
  const events = eventsOf({ ...NO_CHANGE, ...plan }, circumstances);
  return Object.fromEntries(events.map((event) => [event.customer, event.decisions]));
}

describe('the decisions of an event', () => {
  const merged = { retired: [{ id: B, into: [A] }], moves: [{ record: crm('b'), from: B, to: A }] };
  const emptied = { retired: [{ id: C, into: [] }], moves: [{ record: crm('c'), from: C, to: null }] };
  const both = { retired: [...merged.retired, ...emptied.retired], moves: [...merged.moves, ...emptied.moves] };

  test('one that ended because a record was deleted is told to whoever held it, and to nobody else', () => {
    const ended = [{ decision: always('over', 'c', 'd'), status: 'ENDED', by: null }] as const;
    expect(decisionsTold(both, ended)).toEqual({ A: [], C: ['over'] });
  });

  test('it is told to those who take over what its customer held', () => {
    const plan = { revived: [D], moves: [...emptied.moves, { record: crm('d'), from: C, to: D }] };
    const ended = [{ decision: always('over', 'c', 'x'), status: 'ENDED', by: null }] as const;
    expect(decisionsTold(plan, ended)).toEqual({ C: ['over'], D: ['over'] });
  });

  test('one that a steward ended is told to everybody whom that changes', () => {
    const ended = [{ decision: always('over', 'c', 'd'), status: 'REVOKED', by: 'request' }] as const;
    expect(decisionsTold(both, ended)).toEqual({ A: ['over'], C: ['over'] });
  });
});
