import type { IdentifierKey } from '../../kernel/ids.js';
import type { IdentifierDelta, IdentifierStatus, StoredIdentifier } from '../engine/engine.types.js';
import { statusOf, timesAfter } from '../engine/identifier-status.js';
import { typeAndNamespace } from '../engine/link-rules.js';
import type { Policy } from '../policy/policy.types.js';
import { identifiersNamed, type Decision, type Ruling } from './decision.types.js';

/** Identifiers whose BLOCK begins or ends. */
export function blocksOf({ begin, end }: Ruling): IdentifierKey[] {
  const decisions = [...begin, ...end.map((each) => each.decision)];
  return [...new Set(decisions.filter((each) => each.kind === 'BLOCK').flatMap(identifiersNamed))];
}

/** How the identifiers stand when the BLOCK decisions of a ruling begin and end. One of several that ends leaves them blocked. */
export function withBlocks(
  deltas: ReadonlyMap<IdentifierKey, IdentifierDelta>,
  stored: readonly StoredIdentifier[],
  { begin, end }: Ruling,
  policy: Policy,
): Map<IdentifierKey, IdentifierDelta> {
  const after = new Map(deltas);
  const restate = (key: IdentifierKey, status: IdentifierStatus): void => {
    const before = stored.find((each) => each.key === key);
    const { type, namespace } = typeAndNamespace(key);
    const known = after.get(key) ?? {
      key,
      type,
      namespace,
      display: '',
      before: before ?? null,
      reason: null,
      divided: before?.divided ?? false,
      cuts: before?.cuts ?? [],
    };
    after.set(key, { ...known, status });
  };
  const named = (decisions: readonly Decision[]): IdentifierKey[] =>
    decisions.filter((each) => each.kind === 'BLOCK').flatMap(identifiersNamed);
  const over = new Set(end.map((each) => each.decision.id));
  for (const key of named(end.map((each) => each.decision))) {
    const before = stored.find((each) => each.key === key);
    const stillBlocked = before?.blocks.some((id) => !over.has(id)) ?? false;
    const cuts = after.get(key)?.cuts ?? before?.cuts ?? [];
    restate(key, stillBlocked ? 'BLOCKED' : unblocked(before, cuts, policy));
  }
  for (const key of named(begin)) restate(key, 'BLOCKED');
  return after;
}

/** A placeholder stays blocked whatever a steward revokes. */
function unblocked(stored: StoredIdentifier | undefined, cuts: readonly number[], policy: Policy): IdentifierStatus {
  if (!stored || stored.reason !== null) return 'BLOCKED';
  return statusOf({ ...stored, cuts, times: () => timesAfter(stored, stored.key, []) }, policy);
}
