import neo4j from 'neo4j-driver';
import { encodeParams } from '../../../src/graph/values.js';
import { testGraphOptions } from '../test-graph.js';

/** What running a statement cost: operators in the order of the plan, and what they asked the store for. */
export interface Profile {
  readonly operators: readonly string[];
  readonly dbHits: number;
  /** Rows that the busiest operator passed on. */
  readonly rowsMax: number;
}

/** Runs a statement that reads under PROFILE. */
export async function profileOf(text: string, params: object): Promise<Profile> {
  const { uri, user, password } = testGraphOptions();
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const session = driver.session();
  try {
    const { summary } = await session.run(`PROFILE ${text}`, encodeParams(params));
    if (summary.profile === false) throw new Error('no profile');
    const steps = below(summary.profile);
    return {
      operators: steps.map(({ operatorType }) => operatorType.replace(/@.*$/, '')),
      dbHits: steps.reduce((sum, { dbHits }) => sum + dbHits, 0),
      rowsMax: Math.max(...steps.map(({ rows }) => rows)),
    };
  } finally {
    await session.close();
    await driver.close();
  }
}

/** An operator of a plan that was run. */
interface Step {
  readonly operatorType: string;
  readonly dbHits: number;
  readonly rows: number;
  readonly children: readonly Step[];
}

function below(plan: Step): Step[] {
  return [plan, ...plan.children.flatMap(below)];
}
