import { statementOf } from '../../../src/graph/statement.js';
import type { SeenDecision, SeenEvent, SeenReview } from './door-stewards.types.js';

const read = { access: 'read' } as const;
const all = { ...read, scansLabel: true } as const;

/** Every event, in order, with its causes in theirs. */
export const everyEvent = statementOf<Record<string, never>, SeenEvent>(
  'scenarios/every-event',
  `MATCH (event:IdentityEvent)-[:CHANGED]->(customer:Customer)
   RETURN event.id AS id, event.kind AS kind, event.actor AS actor, customer.id AS customer,
          [(event)-[:RETIRED]->(former:Customer) | former.id] AS retired,
          COLLECT { MATCH (event)-[cause:CAUSED_BY]->(identifier:Identifier)
                    RETURN {type: identifier.type, values:
                      [(identifier)<-[held:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]-() | held.raw]} AS named
                    ORDER BY cause.position } AS identifiers,
          [(event)-[:CAUSED_BY]->(decision:Decision) | decision.id] AS decisions
   ORDER BY event.seq`,
  all,
);

/** Review items that wait, with what each is about. */
export const openReviews = statementOf<Record<string, never>, SeenReview>(
  'scenarios/open-reviews',
  `MATCH (item:ReviewItem {status: 'OPEN'})-[:ABOUT]->(about)
   RETURN item.id AS id, item.version AS version, item.kind AS kind, item.reasons AS reasons,
          CASE WHEN about:Identifier THEN {type: about.type, values:
            [(about)<-[held:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]-() | held.raw]} END AS identifier,
          CASE WHEN about:SourceRecord THEN about {.source, .recordId} END AS record,
          CASE WHEN about:Decision THEN about.id END AS decisionId,
          CASE WHEN about:Customer THEN [about.id] ELSE [] END AS customers`,
  all,
);

/** What became of a decision. */
export const decisionById = statementOf<{ id: string }, SeenDecision>(
  'scenarios/decision-by-id',
  'MATCH (decision:Decision {id: $id}) RETURN decision.kind AS kind, decision.status AS status, decision.actor AS actor, decision.reason AS reason',
  read,
);

/** Kinds of the events of a customer id. */
export const historyOf = statementOf<{ id: string }, { kind: string }>(
  'scenarios/history-of',
  `MATCH (:Customer {id: $id})<-[:CHANGED|RETIRED]-(event:IdentityEvent)
   WITH DISTINCT event ORDER BY event.seq
   RETURN event.kind AS kind`,
  read,
);

/** Everything that is in the graph, but for the rules that a process agrees on before it writes. */
export const everything = statementOf<Record<string, never>, { labels: string[]; node: object; edges: object[] }>(
  'scenarios/everything',
  `MATCH (node)
   WHERE NOT node:Setting AND NOT node:Policy AND NOT node:Migration
   RETURN labels(node) AS labels, node {.*} AS node, COLLECT {
     MATCH (node)-[edge]->(other) RETURN {type: type(edge), of: edge {.*}, to: coalesce(other.id, other.key)} AS edge
   } AS edges`,
  all,
);
