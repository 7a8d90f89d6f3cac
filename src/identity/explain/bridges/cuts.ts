/** A vertex of an undirected graph without parallel edges; each edge is in the lists of both its ends. */
export interface Vertex {
  /** What it counts for in the size of a part. */
  readonly weight: number;
  readonly neighbours: Vertex[];
}

/** Vertices and edges without which a connected graph falls into two or more parts that weigh something. */
export interface Cuts {
  /** Articulation points, with the weights of the parts. */
  readonly vertices: readonly { readonly vertex: Vertex; readonly parts: readonly number[] }[];
  /** Bridges, with the weights of the two parts. */
  readonly edges: readonly { readonly ends: readonly [Vertex, Vertex]; readonly parts: readonly number[] }[];
}

interface Visit {
  readonly vertex: Vertex;
  readonly parent: Visit | null;
  /** When it was met, from 1. */
  readonly order: number;
  /** The earliest visit that its descendants lead back to. */
  low: number;
  /** Weight of the vertex and its descendants. */
  below: number;
  /** Weights of the descendants that hang on this vertex alone. */
  readonly hanging: number[];
  nextNeighbour: number;
}

/**
 * Articulation points and bridges of the part of the graph that `root` is in: Tarjan's depth-first search
 * (SIAM J. Comput. 1(2), 1972), without recursion, so that a chain of any length fits. O(vertices + edges).
 */
export function cutsOf(root: Vertex): Cuts {
  const visits = new Map<Vertex, Visit>();
  const edges: { ends: [Vertex, Vertex]; below: number }[] = [];
  const stack = [meet(root, null, visits)];
  for (let visit = stack.at(-1); visit; visit = stack.at(-1)) {
    const next = visit.vertex.neighbours[visit.nextNeighbour++];
    if (!next) {
      stack.pop();
      if (visit.parent && leave(visit, visit.parent)) {
        edges.push({ ends: [visit.parent.vertex, visit.vertex], below: visit.below });
      }
      continue;
    }
    const met = visits.get(next);
    if (!met) stack.push(meet(next, visit, visits));
    else if (met !== visit.parent) visit.low = Math.min(visit.low, met.order);
  }
  const total = visits.get(root)?.below ?? 0;
  return {
    vertices: [...visits.values()].flatMap((visit) => {
      const parts = weighing([...visit.hanging, total - visit.vertex.weight - sum(visit.hanging)]);
      return parts.length > 1 ? [{ vertex: visit.vertex, parts }] : [];
    }),
    edges: edges.flatMap(({ ends, below }) => {
      const parts = weighing([below, total - below]);
      return parts.length > 1 ? [{ ends, parts }] : [];
    }),
  };
}

function meet(vertex: Vertex, parent: Visit | null, visits: Map<Vertex, Visit>): Visit {
  const order = visits.size + 1;
  const visit = { vertex, parent, order, low: order, below: vertex.weight, hanging: [], nextNeighbour: 0 };
  visits.set(vertex, visit);
  return visit;
}

/** Tells the parent what its child found; true when the edge between them is a bridge. */
function leave(visit: Visit, parent: Visit): boolean {
  parent.below += visit.below;
  parent.low = Math.min(parent.low, visit.low);
  if (visit.low >= parent.order) parent.hanging.push(visit.below);
  return visit.low > parent.order;
}

function weighing(parts: readonly number[]): number[] {
  return parts.filter((weight) => weight > 0).sort((a, b) => b - a);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
