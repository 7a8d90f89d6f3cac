import type { IdentifierKey, RecordKey } from '../../../kernel/ids.js';
import type { Steps } from '../../../kernel/turns.js';
import type { Evidence, Resolution } from '../../resolution/evidence.types.js';
import { compare, type Links } from '../../resolution/link-units.js';
import { cutsOf, type Vertex } from './cuts.js';
import { attachmentLoss, identifierLoss, lossKey, recordLoss, type Loss } from './loss.js';

/** Records of each part that a loss would leave, the largest first, by `lossKey`. */
export type Suspects = ReadonlyMap<string, readonly number[]>;

/**
 * The losses that would part the customer if nothing but connection counted: articulation points and bridges of the graph
 * of its records, the identifiers that they link by, and the ALWAYS decisions that join them. A contested identifier that
 * joined nobody is left out. Exact for a customer in whom no rule can fire; suspicion for any other one.
 */
export function* suspectsOf(
  evidence: Evidence,
  links: Links,
  resolution: Resolution,
  members: ReadonlySet<RecordKey>,
): Steps<Suspects> {
  const { root, lossOf } = linkGraph(evidence, links, resolution, members);
  yield;
  const suspects = new Map<string, readonly number[]>();
  if (!root) return suspects;
  const { vertices, edges } = cutsOf(root);
  yield;
  for (const { vertex, parts } of vertices) {
    const loss = lossOf.get(vertex);
    if (loss) suspects.set(lossKey(loss), parts);
  }
  for (const { ends, parts } of edges) {
    const [one, other] = ends.map((end) => lossOf.get(end));
    const record = one?.record ?? other?.record;
    const identifier = one?.identifier ?? other?.identifier;
    if (record && identifier) suspects.set(lossKey(attachmentLoss(record, identifier)), parts);
  }
  return suspects;
}

/** The graph, one vertex of it, and what the loss of a vertex means; a decision is revoked, not lost. */
interface LinkGraph {
  readonly root: Vertex | undefined;
  readonly lossOf: ReadonlyMap<Vertex, Loss>;
}

function linkGraph(
  { records, decisions }: Evidence,
  { units }: Links,
  resolution: Resolution,
  members: ReadonlySet<RecordKey>,
): LinkGraph {
  const vertexOf = new Map<RecordKey, Vertex>([...members].map((key) => [key, { weight: 1, neighbours: [] }]));
  const lossOf = new Map<Vertex, Loss>([...vertexOf].map(([key, vertex]) => [vertex, recordLoss(key)]));
  const idle = idleIdentifiers(resolution);
  const connect = (keys: ReadonlySet<RecordKey>): Vertex => {
    const joint: Vertex = { weight: 0, neighbours: [...keys].flatMap((key) => vertexOf.get(key) ?? []) };
    for (const each of joint.neighbours) each.neighbours.push(joint);
    return joint;
  };
  for (const { identifier, records: indexes } of units) {
    if (idle.has(identifier)) continue;
    const joint = connect(new Set(indexes.flatMap((index) => records[index]?.key ?? [])));
    lossOf.set(joint, identifierLoss(identifier));
  }
  const live = new Set(records.map((record) => record.key));
  const skipped = new Set(resolution.skippedDecisions);
  for (const decision of decisions) {
    if (decision.kind === 'ALWAYS' && !skipped.has(decision.id)) connect(anchorsOf(decision.sides, live));
  }
  return { root: vertexOf.values().next().value, lossOf };
}

/** Contested identifiers that joined nobody. */
function idleIdentifiers({ contested, joins }: Resolution): Set<IdentifierKey> {
  const joined = new Set(joins.map((join) => join.identifier));
  return new Set(contested.map((each) => each.identifier).filter((key) => !joined.has(key)));
}

/** The records by which an ALWAYS decision joins: the smallest live one of each side. */
export function anchorsOf(sides: Evidence['decisions'][number]['sides'], live: ReadonlySet<RecordKey>): Set<RecordKey> {
  return new Set(
    sides.flatMap(({ records }) =>
      records
        .filter((key) => live.has(key))
        .sort(compare)
        .slice(0, 1),
    ),
  );
}
