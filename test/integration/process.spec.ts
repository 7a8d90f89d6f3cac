import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { testGraphOptions } from '../support/test-graph.js';

jest.setTimeout(60_000);

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The built service as a process of its own. */
class Process {
  readonly child: ChildProcess;
  output = '';
  private readonly exited: Promise<number | null>;

  constructor(environment: Record<string, string>) {
    const { PATH } = process.env;
    this.child = spawn(process.execPath, [MAIN], {
      env: { PATH, PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (bytes) => (this.output += String(bytes)));
    this.exited = new Promise((resolve) => this.child.once('exit', resolve));
  }

  /** Code that it exited with; null when a signal ended it. */
  exitCode(): Promise<number | null> {
    return this.exited;
  }

  async says(message: string): Promise<void> {
    while (!this.output.includes(`"msg":"${message}"`)) {
      if (this.child.exitCode !== null) throw new Error(`it exited before it said "${message}":\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

describe('the process', () => {
  let running: Process | undefined;
  const { uri, user, password } = testGraphOptions();
  const graph = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };

  beforeAll(() => {
    if (!existsSync(MAIN)) throw new Error('dist/main.js is missing: npm run build');
  });
  afterEach(() => void running?.child.kill('SIGKILL'));

  function start(environment: Record<string, string>): Process {
    running = new Process(environment);
    return running;
  }

  test.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s', async (signal) => {
    const service = start(graph);
    await service.says('graph ready');
    service.child.kill(signal);
    expect(await service.exitCode()).toBe(0);
    expect(service.output).toContain('"msg":"stopping"');
  });

  test('ends with 0 on a signal while it waits for an absent graph', async () => {
    const service = start({ ...graph, NEO4J_URI: 'bolt://127.0.0.1:1' });
    await service.says('waiting for the graph');
    service.child.kill('SIGTERM');
    expect(await service.exitCode()).toBe(0);
  });

  test('refuses an unusable environment, naming the variables', async () => {
    const service = start({ NEO4J_PASSWORD: '', HOST: '0.0.0.0', PORT: 'x' });
    expect(await service.exitCode()).toBe(1);
    expect(service.output).toMatch(/^huella: the environment is not usable:\n {2}NEO4J_PASSWORD [^]*PORT [^]*HOST /);
  });

  test.each([
    ['there-is-none.yaml', /^huella: HUELLA_POLICY: there-is-none\.yaml: there is no such file\n$/],
    ['package.json', /^huella: HUELLA_POLICY: package\.json is not a policy: .*\n$/],
  ])('refuses the policy %s in one line', async (policy, message) => {
    const service = start({ ...graph, HUELLA_POLICY: policy });
    expect(await service.exitCode()).toBe(1);
    expect(service.output).toMatch(message);
  });

  test('refuses a survivorship policy that is none in one line', async () => {
    const service = start({ ...graph, HUELLA_SURVIVORSHIP: 'package.json' });
    expect(await service.exitCode()).toBe(1);
    expect(service.output).toMatch(/^huella: HUELLA_SURVIVORSHIP: package\.json is not a survivorship policy: .*\n$/);
  });

  test('ends with 1 on wrong credentials, without repeating them', async () => {
    const service = start({ ...graph, NEO4J_PASSWORD: 'not-the-password' });
    expect(await service.exitCode()).toBe(1);
    expect(service.output).toContain('Neo.ClientError.Security.Unauthorized');
    expect(service.output).not.toContain('not-the-password');
  });

  test('writes nothing but JSON lines', async () => {
    const service = start(graph);
    await service.says('graph ready');
    service.child.kill('SIGTERM');
    await service.exitCode();
    for (const line of service.output.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});
