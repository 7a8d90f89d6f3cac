import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { reviewId } from '../../../src/identity/reviews/review-writer.js';
import type { ReviewKind } from '../../../src/identity/reviews/review.types.js';
import { membersOf, type MemoryGraph } from '../memory/memory-graph.js';

/** Everything about who is who that a graph and its model must say alike, ids included. */
export interface Standing {
  customers: { id: string; status: string; records: string[]; into: string[] }[];
  identifiers: { key: string; status: string; reasons: string[] }[];
  decisions: { id: string; kind: string; status: string }[];
  events: { seq: number; id: string; kind: string; customer: string; retired: string[]; causes: string[] }[];
  /** Ids of what is open. */
  reviews: string[];
}

const read = statementOf<Record<string, never>, Standing>(
  'test/standing',
  `RETURN
     COLLECT {
       MATCH (c:Customer) WITH c ORDER BY c.id
       RETURN {id: c.id, status: c.status,
         records: COLLECT { MATCH (c)<-[:RESOLVES_TO]-(r:SourceRecord) RETURN r.key ORDER BY r.key },
         into: COLLECT { MATCH (c)-[:MERGED_INTO]->(live:Customer) RETURN live.id ORDER BY live.id }}
     } AS customers,
     COLLECT {
       MATCH (i:Identifier) WITH i ORDER BY i.key
       RETURN {key: i.key, status: i.status, reasons: coalesce(i.contestReasons, [])}
     } AS identifiers,
     COLLECT { MATCH (d:Decision) WITH d ORDER BY d.id RETURN d {.id, .kind, .status} } AS decisions,
     COLLECT {
       MATCH (e:IdentityEvent)-[:CHANGED]->(c:Customer) WITH e, c ORDER BY e.seq
       RETURN {seq: e.seq, id: e.id, kind: e.kind, customer: c.id,
         retired: COLLECT { MATCH (e)-[:RETIRED]->(former:Customer) RETURN former.id ORDER BY former.id },
         causes:
           COLLECT { MATCH (e)-[by:CAUSED_BY]->(i:Identifier) RETURN i.key ORDER BY by.position } +
           COLLECT { MATCH (e)-[by:CAUSED_BY]->(d:Decision) RETURN d.id ORDER BY by.position }}
     } AS events,
     COLLECT { MATCH (item:ReviewItem {status: 'OPEN'}) RETURN item.id ORDER BY item.id } AS reviews`,
  { access: 'read', scansLabel: true },
);

/** What the real graph says. */
export async function standingOf(graph: Graph): Promise<Standing> {
  const [row] = await graph.lookup(read, {});
  if (!row) throw new Error('the graph says nothing');
  return row;
}

/** What the model says. */
export function standingInMemory(graph: MemoryGraph): Standing {
  const into = (id: string) => graph.redirects.filter((edge) => edge.from === id).map((edge) => edge.into);
  return {
    customers: inOrder([...graph.customers.values()], (node) => node.id).map(({ id, status }) => {
      return { id, status, records: membersOf(graph, id).sort(), into: into(id).sort() };
    }),
    identifiers: inOrder([...graph.identifiers.values()], (node) => node.key).map(({ key, status, contestReasons }) => {
      return { key, status, reasons: [...contestReasons] };
    }),
    decisions: inOrder([...graph.decisions.values()], (node) => node.id).map(({ id, kind, status }) => {
      return { id, kind, status };
    }),
    events: graph.events.map(({ id, kind, customer, retired, identifiers, decisions }, index) => {
      const causes = [...identifiers, ...decisions];
      return { seq: index + 1, id, kind, customer, retired: [...retired].sort(), causes };
    }),
    reviews: [...graph.reviews].map(openReview).sort(),
  };
}

function openReview(item: string): string {
  const [kind = '', ...about] = item.split(' ');
  return reviewId({ kind: kind as ReviewKind, about: about.join(' ') });
}

function inOrder<Value>(list: readonly Value[], key: (value: Value) => string): Value[] {
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
