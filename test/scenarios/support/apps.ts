import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { TestApp } from '../../support/test-app.js';
import type { ScenarioCase } from './case.types.js';

/** Running services, one for each policy that the cases ask for: a process has one policy for all its life. */
export class Apps {
  private readonly running = new Map<string, Promise<TestApp>>();

  /** The service with the policy of a case. */
  async for({ policy }: ScenarioCase): Promise<TestApp> {
    const text = policy ? stringify(policy) : '';
    const app = this.running.get(text) ?? start(text);
    this.running.set(text, app);
    return app;
  }

  async close(): Promise<void> {
    for (const app of this.running.values()) await (await app).close();
  }
}

async function start(policy: string): Promise<TestApp> {
  if (policy === '') return TestApp.start();
  const folder = await mkdtemp(join(tmpdir(), 'huella-scenario-'));
  try {
    const file = join(folder, 'policy.yaml');
    await writeFile(file, policy);
    return await TestApp.start({ HUELLA_POLICY: file });
  } finally {
    await rm(folder, { recursive: true });
  }
}
