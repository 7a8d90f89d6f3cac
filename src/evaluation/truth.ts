import type { TruthRule } from '../ingest/mapping/mapping.types.js';
import { recordKey, type RecordKey } from '../kernel/ids.js';

/** Which records are one person, as the people who made the data set say. */
export interface Truth {
  /** Cluster of each record that the truth names. */
  readonly clusters: ReadonlyMap<RecordKey, string>;
  /** A list of pairs says that all other records are alone; a list of clusters says nothing about the others. */
  readonly isComplete: boolean;
}

/** Cells of a line by column. */
type Row = Readonly<Record<string, unknown>>;

/** The truth file's columns do not fit. */
export class UnreadableTruth extends Error {}

/** Layouts that need no mapping, by their columns. */
const KNOWN: readonly TruthRule[] = [
  { kind: 'clusters', source: 'source', recordId: 'record_id', cluster: 'cluster_id' },
  {
    kind: 'pairs',
    leftSource: 'left_source',
    left: 'left_record_id',
    rightSource: 'right_source',
    right: 'right_record_id',
  },
];

const columnsOf = (rule: TruthRule): string[] => {
  const { kind: _, ...columns } = rule;
  return Object.values(columns);
};

/** How to read a truth file with this header: as the mapping says, else one of the known layouts. */
export function truthRule(header: readonly string[], declared: TruthRule | undefined): TruthRule {
  const rules = declared ? [declared] : KNOWN;
  const rule = rules.find((each) => columnsOf(each).every((column) => header.includes(column)));
  if (rule) return rule;
  const wanted = rules.map((each) => columnsOf(each).join(',')).join(' or ');
  throw new UnreadableTruth(`needs the columns ${wanted}; it has ${header.join(',')}`);
}

function keyAt(row: Row, line: number, sourceColumn: string | undefined, idColumn: string, source: string | null) {
  const name = sourceColumn === undefined ? source : row[sourceColumn];
  if (name === null) throw new UnreadableTruth('names no source column, and the mapping has no constant source');
  const id = row[idColumn];
  if (typeof name !== 'string' || typeof id !== 'string' || !name || !id) {
    throw new UnreadableTruth(`line ${line}: ${sourceColumn ?? 'source'} or ${idColumn} is empty`);
  }
  return recordKey(name, id);
}

/** Union-find with path halving: pairs of pairs are one cluster. */
class Clusters {
  private readonly parent = new Map<RecordKey, RecordKey>();

  find(key: RecordKey): RecordKey {
    let root = key;
    for (let up = this.parent.get(root); up !== undefined && up !== root; up = this.parent.get(root)) {
      this.parent.set(root, this.parent.get(up) ?? up);
      root = up;
    }
    this.parent.set(root, root);
    return root;
  }

  join(left: RecordKey, right: RecordKey): void {
    this.parent.set(this.find(left), this.find(right));
  }

  all(): Map<RecordKey, string> {
    return new Map([...this.parent.keys()].map((key) => [key, this.find(key)]));
  }
}

/**
 * The truth in `rows`. `source` is the mapping's constant source, which a file of bare record ids means; null when it
 * has none. Throws `UnreadableTruth`, naming the line.
 */
export function readTruth(rows: Iterable<{ line: number; row: Row }>, rule: TruthRule, source: string | null): Truth {
  if (rule.kind === 'pairs') {
    const clusters = new Clusters();
    for (const { line, row } of rows) {
      clusters.join(
        keyAt(row, line, rule.leftSource, rule.left, source),
        keyAt(row, line, rule.rightSource, rule.right, source),
      );
    }
    return { clusters: clusters.all(), isComplete: true };
  }
  const clusters = new Map<RecordKey, string>();
  for (const { line, row } of rows) {
    const key = keyAt(row, line, rule.source, rule.recordId, source);
    const cluster = row[rule.cluster];
    if (typeof cluster !== 'string' || !cluster) throw new UnreadableTruth(`line ${line}: ${rule.cluster} is empty`);
    if ((clusters.get(key) ?? cluster) !== cluster) {
      throw new UnreadableTruth(`line ${line}: puts a record into a second cluster`);
    }
    clusters.set(key, cluster);
  }
  return { clusters, isComplete: false };
}
