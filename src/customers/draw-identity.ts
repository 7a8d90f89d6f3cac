import { servedInTurns } from '../kernel/turns.js';
import { customer } from './customer.js';
import type { DrawingRow } from './customers.queries.js';
import { GraphEdgeKind, GraphNodeKind, type GraphEdge, type GraphNode } from './graphql/identity-graph.types.js';
import type { IdentityGraph } from './graphql/identity-graph.types.js';

const NOTHING: IdentityGraph = { customer: null, nodes: [], edges: [], truncated: false };

/**
 * Nodes and edges of a customer: itself, its records in the order of their keys, each followed by the identifiers that it
 * holds, and last the other customers that contest one of those. At most `limit` nodes; an edge is drawn when both of its
 * ends are.
 */
export function drawIdentity(row: DrawingRow | null, limit: number, askedFor: string): IdentityGraph {
  if (!row) return NOTHING;
  const drawing = new Drawing(limit);
  const self = drawing.customer(row.customer, false);
  for (const record of row.records) {
    const id = drawing.record(record);
    drawing.edge(id, self, GraphEdgeKind.RESOLVES_TO, null);
    for (const { held, capturedAt, ...identifier } of record.identifiers) {
      const kind = held === 'ACTIVE' ? GraphEdgeKind.HAS_IDENTIFIER : GraphEdgeKind.WITHHELD_IDENTIFIER;
      drawing.edge(id, drawing.identifier(identifier), kind, capturedAt === null ? null : new Date(capturedAt));
    }
  }
  for (const neighbour of row.neighbours) {
    const id = drawing.customer(neighbour.customer, true);
    drawing.edge(drawing.known(neighbour.node), id, GraphEdgeKind.CONTESTED_BY, null);
  }
  const truncated = drawing.full || row.records.length < row.customer.size;
  const { nodes, edges } = drawing;
  return {
    customer: customer(row.customer, askedFor),
    ...{ nodes: servedInTurns(nodes), edges: servedInTurns(edges), truncated },
  };
}

type RecordOf = DrawingRow['records'][number];
type IdentifierOf = Omit<RecordOf['identifiers'][number], 'held' | 'capturedAt'>;

/** Nodes so far, by what they stand for; null stands for a node that there was no room for. */
class Drawing {
  readonly nodes: GraphNode[] = [];
  readonly edges: GraphEdge[] = [];
  full = false;
  readonly #ids = new Map<string, string>();

  constructor(private readonly limit: number) {}

  customer(row: DrawingRow['customer'], neighbour: boolean): string | null {
    const label = row.displayName || 'customer';
    return this.node(row.id, GraphNodeKind.CUSTOMER, { label, neighbour, customer: customer(row) });
  }

  record({ source, recordId }: RecordOf): string | null {
    const label = `${source} ${recordId}`;
    return this.node(`${source}|${recordId}`, GraphNodeKind.RECORD, { label, record: { source, recordId } });
  }

  identifier({ node, ...identifier }: IdentifierOf): string | null {
    const label = `${identifier.type} ${identifier.display}`;
    return this.node(node, GraphNodeKind.IDENTIFIER, { label, identifier });
  }

  /** The node of an identifier that was drawn before. */
  known(node: string): string | null {
    return this.#ids.get(`${GraphNodeKind.IDENTIFIER} ${node}`) ?? null;
  }

  edge(from: string | null, to: string | null, kind: GraphEdgeKind, capturedAt: Date | null): void {
    if (from !== null && to !== null) this.edges.push({ from, to, kind, capturedAt });
  }

  private node(key: string, kind: GraphNodeKind, what: Partial<GraphNode> & { label: string }): string | null {
    const name = `${kind} ${key}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    if (this.nodes.length >= this.limit) {
      this.full = true;
      return null;
    }
    const id = `${kind.toLowerCase()}-${this.nodes.length}`;
    this.#ids.set(name, id);
    this.nodes.push({ neighbour: false, customer: null, record: null, identifier: null, ...what, id, kind });
    return id;
  }
}
