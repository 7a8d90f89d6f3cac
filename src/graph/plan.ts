import type { Plan, Session } from 'neo4j-driver';
import type { AnyStatement } from './statement.js';

/** The planner's operators that a statement must not need, and why. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  AllNodesScan: 'reads every node',
  CartesianProduct: 'multiplies rows (a cartesian product)',
  NodeByLabelScan: 'reads every node of a label: an index is missing',
  UnionNodeByLabelsScan: 'reads every node of several labels: an index is missing',
  IntersectionNodeByLabelsScan: 'reads every node of several labels: an index is missing',
  SubtractionNodeByLabelsScan: 'reads every node of several labels: an index is missing',
  DirectedAllRelationshipsScan: 'reads every relationship',
  UndirectedAllRelationshipsScan: 'reads every relationship',
  DirectedRelationshipTypeScan: 'reads every relationship of a type',
  UndirectedRelationshipTypeScan: 'reads every relationship of a type',
};

/** The database's plan for a statement, which is not run; null for a schema command. */
export async function planOf(session: Session, statement: AnyStatement): Promise<Plan | null> {
  const result = await session.run(`EXPLAIN ${statement.text}`);
  const { plan } = result.summary;
  return plan === false ? null : plan;
}

/** What a statement's plan does that it must not, one sentence each. */
export function problemsOfPlan(statement: AnyStatement, plan: Plan | null): string[] {
  if (!plan) return [];
  const found = operatorsOf(plan)
    .filter((step) => !isHarmless(step, statement))
    .map(({ operatorType }) => nameOf(operatorType));
  return [...new Set(found)].map((name) => `cypher/queries/${statement.name}.cypher ${FORBIDDEN[name]}`);
}

function isHarmless(step: Plan, statement: AnyStatement): boolean {
  const name = nameOf(step.operatorType);
  if (name === 'NodeByLabelScan') return statement.scansLabel;
  // A product with one row is how the planner joins two nodes that are each found by key.
  if (name === 'CartesianProduct') return step.children.some(findsOneNode);
  return !(name in FORBIDDEN);
}

/** Whether a step finds at most one node: by a unique key or an internal id that equals one value. */
function findsOneNode(step: Plan): boolean {
  const name = nameOf(step.operatorType);
  const [child] = step.children;
  if (name === 'Filter' || name === 'CacheProperties') return child !== undefined && findsOneNode(child);
  const details: unknown = Reflect.get(step.arguments, 'Details');
  return /^(NodeUniqueIndexSeek|NodeByElementIdSeek)$/.test(name) && / = [^=<>]+$/.test(String(details));
}

function operatorsOf(plan: Plan): Plan[] {
  return [plan, ...plan.children.flatMap(operatorsOf)];
}

/** `NodeUniqueIndexSeek(Locking)@neo4j` is a NodeUniqueIndexSeek. */
function nameOf(operatorType: string): string {
  return operatorType.replace(/[(@].*$/, '');
}
