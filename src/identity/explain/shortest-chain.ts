import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Evidence } from '../resolution/evidence.types.js';
import { compare, type Links } from '../resolution/link-units.js';

/** Two records, and the identifier that both hold or the decision that holds them for one person. */
export interface ChainLink {
  readonly left: RecordKey;
  readonly identifier: IdentifierKey | null;
  /** Id of an ALWAYS. */
  readonly decision: string | null;
  readonly right: RecordKey;
}

/** What ties records together. */
interface Tie {
  readonly identifier: IdentifierKey | null;
  readonly decision: string | null;
  /** Indexes into the evidence's records. */
  readonly records: readonly number[];
}

/**
 * The shortest chain from one record to another, over linkable identifiers that `mayJoin` admits and over ALWAYS
 * decisions; of two equally short ones that of the stronger types, and of identifiers before decisions. Null when there is none, [] from a record to itself.
 * O(attachments).
 */
export function shortestChain(
  { records, decisions }: Evidence,
  { units }: Links,
  [from, to]: readonly [RecordKey, RecordKey],
  mayJoin: (identifier: IdentifierKey) => boolean,
): ChainLink[] | null {
  const start = records.findIndex((record) => record.key === from);
  const end = records.findIndex((record) => record.key === to);
  if (start === -1 || end === -1) return null;
  const joining = units
    .filter((unit) => unit.records.length > 1 && mayJoin(unit.identifier))
    .map((unit): Tie => ({ identifier: unit.identifier, decision: null, records: unit.records }));
  const tiesOf = tiesByRecord([...joining, ...always(decisions, new Map(records.map(({ key }, at) => [key, at])))]);
  const reached = new Map<number, { tie: Tie; before: number } | null>([[start, null]]);
  const seen = new Set<Tie>();
  const queue = [start];
  for (const at of queue) {
    if (at === end) break;
    for (const tie of tiesOf.get(at) ?? []) {
      if (seen.has(tie)) continue;
      seen.add(tie);
      for (const next of tie.records) {
        if (reached.has(next)) continue;
        reached.set(next, { tie, before: at });
        queue.push(next);
      }
    }
  }
  return reached.has(end) ? walkBack(end) : null;

  function walkBack(last: number): ChainLink[] {
    const chain: ChainLink[] = [];
    for (let step = reached.get(last), at = last; step; at = step.before, step = reached.get(at)) {
      const left = records[step.before]?.key;
      const right = records[at]?.key;
      if (left && right) chain.push({ left, identifier: step.tie.identifier, decision: step.tie.decision, right });
    }
    return chain.reverse();
  }
}

/** As `resolve` follows them: by the smallest live record of each side. */
function always(decisions: Evidence['decisions'], indexOf: ReadonlyMap<RecordKey, number>): Tie[] {
  return decisions
    .filter((decision) => decision.kind === 'ALWAYS')
    .map(({ id, sides }) => {
      const live = sides.map((side) => side.records.filter((key) => indexOf.has(key)).sort(compare));
      return {
        identifier: null,
        decision: id,
        records: live.flatMap(([key]) => (key ? (indexOf.get(key) ?? []) : [])),
      };
    });
}

/** Ties of each record, in their order. */
function tiesByRecord(ties: readonly Tie[]): Map<number, Tie[]> {
  const byRecord = new Map<number, Tie[]>();
  for (const tie of ties) {
    for (const index of tie.records) {
      const own = byRecord.get(index);
      if (own) own.push(tie);
      else byRecord.set(index, [tie]);
    }
  }
  return byRecord;
}
