import { afterAll, beforeAll, describe, jest, test } from '@jest/globals';
import { stringify } from 'yaml';
import { BrandsService } from '../../src/brands/brands.service.js';
import type { Graph } from '../../src/graph/graph.js';
import { DEFAULT_POLICY } from '../../src/identity/policy/default-policy.js';
import { readPolicy } from '../../src/identity/policy/load-policy.js';
import type { Policy } from '../../src/identity/policy/policy.types.js';
import { emptyGraph, testGraph } from '../support/test-graph.js';
import { Apps } from './support/apps.js';
import type { DoorName, ScenarioCase } from './support/case.types.js';
import type { Door } from './support/door.types.js';
import { GraphqlDoor } from './support/graphql-door.js';
import { readCases } from './support/read-cases.js';
import { ordersOf, runCase } from './support/run-case.js';
import { ServiceDoor } from './support/service-door.js';

jest.setTimeout(60_000);

const cases = readCases();
const apps = new Apps();
let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
});
afterAll(async () => {
  await apps.close();
  await graph.close();
});

describe('through the service', () => {
  test.each(casesFor('service'))('%s', (_, scenario) => {
    return runInEachOrder(scenario, () => new ServiceDoor(graph, policyOf(scenario)));
  });
});

describe('through GraphQL', () => {
  test.each(casesFor('graphql'))('%s', async (_, scenario) => {
    const app = await apps.for(scenario);
    return runInEachOrder(scenario, async () => {
      // The graph was emptied behind the service's back.
      await app.nest.get(BrandsService).look();
      return new GraphqlDoor(app);
    });
  });
});

async function runInEachOrder(scenario: ScenarioCase, door: () => Door | Promise<Door>): Promise<void> {
  for (const when of ordersOf(scenario)) {
    await emptyGraph(graph);
    await runCase(scenario, when, await door(), graph);
  }
}

function casesFor(name: DoorName): [string, ScenarioCase][] {
  const suited = cases.filter(({ only }) => !only || only.door === name);
  return suited.map((scenario) => [`${scenario.file}: ${scenario.title} (${scenario.scenarios.join(', ')})`, scenario]);
}

function policyOf({ policy, file }: ScenarioCase): Policy {
  return policy ? readPolicy(stringify(policy), file) : DEFAULT_POLICY;
}
