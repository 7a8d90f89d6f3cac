import type { IdentifierKey } from '../../kernel/ids.js';
import { compare } from '../resolution/link-units.js';
import { identifiersNamed, type Decision, type Ruling } from './decision.types.js';

/** Identifiers of which a CUT begins or ends. */
export function cutsOf({ begin, end }: Ruling): IdentifierKey[] {
  const decisions = [...begin, ...end.map((each) => each.decision)];
  return [...new Set(decisions.filter((each) => each.kind === 'CUT').flatMap(identifiersNamed))];
}

/**
 * The moments at which an identifier's time is cut when the CUT decisions of a ruling begin and end; in epoch milliseconds,
 * sorted. Two decisions of one moment cut there until both are over.
 */
export function cutsAfter(before: readonly number[], key: IdentifierKey, { begin, end }: Ruling): readonly number[] {
  const added = momentsOf(begin, key);
  const over = momentsOf(
    end.map((each) => each.decision),
    key,
  );
  if (added.length === 0 && over.length === 0) return before;
  const left = [...before, ...added];
  for (const moment of over) {
    const at = left.indexOf(moment);
    if (at >= 0) left.splice(at, 1);
  }
  return left.sort(compare);
}

function momentsOf(decisions: readonly Decision[], key: IdentifierKey): number[] {
  const own = decisions.filter((each) => each.kind === 'CUT' && identifiersNamed(each).includes(key));
  return own.flatMap((each) => each.cutAt ?? []);
}
