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
  const allowed = (operator: string) => statement.scansLabel && operator === 'NodeByLabelScan';
  const found = operatorsOf(plan).filter((operator) => operator in FORBIDDEN && !allowed(operator));
  return [...new Set(found)].map((operator) => `cypher/queries/${statement.name}.cypher ${FORBIDDEN[operator]}`);
}

/** Names of all operators in a plan, without the runtime's suffix (`NodeByLabelScan@neo4j`). */
function operatorsOf(plan: Plan): string[] {
  return [plan.operatorType.replace(/@.*$/, ''), ...plan.children.flatMap(operatorsOf)];
}
