import type { RecordKey } from '../../kernel/ids.js';
import type { DecisionEvidence } from '../resolution/evidence.types.js';
import type { Decision, DecisionEnd, Ruling } from './decision.types.js';

/** What becomes of decisions when records are deleted and a ruling is made. */
export interface DecisionsAfter {
  /** Those that hold afterwards. */
  readonly active: readonly Decision[];
  readonly begun: readonly Decision[];
  readonly ended: readonly DecisionEnd[];
  /** Deleted records leave their ALWAYS decisions. */
  readonly unnamed: readonly { readonly decision: string; readonly record: RecordKey }[];
}

/** Nothing becomes of them. */
export const NO_DECISIONS: DecisionsAfter = { active: [], begun: [], ended: [], unnamed: [] };

/**
 * A deletion ends what ALWAYS decisions say of the record and keeps the NEVERs. An ALWAYS with a side that has no record
 * left is over.
 *
 * @param stored the active decisions that name what is looked at
 */
export function decisionsAfter(
  stored: readonly Decision[],
  deleted: ReadonlySet<RecordKey>,
  ruling: Ruling,
): DecisionsAfter {
  const over = new Set(ruling.end.map(({ decision }) => decision.id));
  const active: Decision[] = [];
  const ended: DecisionEnd[] = [...ruling.end];
  const unnamed: { decision: string; record: RecordKey }[] = [];
  for (const decision of [...stored.filter((each) => !over.has(each.id)), ...ruling.begin]) {
    const left = decision.kind === 'ALWAYS' ? without(decision, deleted) : decision;
    const isOver = decision.kind === 'ALWAYS' && left.sides.some((side) => side.records.length === 0);
    if (isOver) ended.push({ decision, status: 'ENDED', by: null });
    else active.push(left);
    if (isOver || left === decision) continue;
    const gone = decision.sides.flatMap((side) => side.records.filter((key) => deleted.has(key)));
    unnamed.push(...gone.map((record) => ({ decision: decision.id, record })));
  }
  return { active, begun: ruling.begin, ended, unnamed };
}

function without(decision: Decision, deleted: ReadonlySet<RecordKey>): Decision {
  if (!decision.sides.some((side) => side.records.some((key) => deleted.has(key)))) return decision;
  const sides = decision.sides.map((side) => ({ ...side, records: side.records.filter((key) => !deleted.has(key)) }));
  return { ...decision, sides };
}

/** What `resolve` sees of decisions: DETACH, BLOCK and CUT show in attachments and identifiers instead. */
export function decisionEvidence(active: readonly Decision[]): DecisionEvidence[] {
  return active.flatMap(({ id, kind, decidedAt, sides }) =>
    kind === 'ALWAYS' || kind === 'NEVER' ? [{ id, kind, decidedAt, sides }] : [],
  );
}
