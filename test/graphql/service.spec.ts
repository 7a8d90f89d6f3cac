import { setTimeout as pause } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { GraphStartup } from '../../src/graph/graph-startup.js';
import { HealthService } from '../../src/health/health.service.js';
import { Logger } from '../../src/observability/logger.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { TestApp } from '../support/test-app.js';
import { testGraphOptions } from '../support/test-graph.js';

jest.setTimeout(90_000);

async function until(condition: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('waited too long');
    await pause(200);
  }
}

describe('the service', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  test('is live and ready', async () => {
    expect(await (await app.get('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await app.get('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', reasons: [] }]);
  });

  test('is not ready before it has looked at the migrations', async () => {
    const graph = app.nest.get(Graph);
    const health = new HealthService(graph, new GraphStartup(graph, app.nest.get(Logger)));
    expect(await health.readiness()).toEqual({ ready: false, reasons: ['the graph is being migrated'] });
  });

  test.each([
    ['a sane id', 'trace-17.a:b', true],
    ['an e-mail address', 'ana@example.mx', false],
    ['a long text', 'x'.repeat(65), false],
  ])('%s as x-request-id is taken over: %s %s', async (_, id, taken) => {
    const answered = (await app.get('/health/live', { 'x-request-id': id })).headers.get('x-request-id');
    expect(answered === id).toBe(taken);
    expect(answered).toBeTruthy();
  });

  test('serves the explorer to a browser, without a network', async () => {
    const page = await app.get('/graphql', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    const html = await page.text();
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'sha256-/);
    expect(page.headers.get('content-security-policy')).not.toMatch(/https?:|unsafe-eval/);
    const frame = html.replace(/<(script|style)>[^]*?<\/\1>/g, '');
    expect(frame).not.toMatch(/(?:src|href)="(?!data:)/);
  });

  test('has no explorer in production', async () => {
    const production = await TestApp.start({ NODE_ENV: 'production' });
    const page = await production.get('/graphql', { accept: 'text/html' });
    await production.close();
    expect(page.headers.get('content-type')).not.toMatch(/html/);
  });
});

@Resolver()
class SlowResolver {
  constructor(private readonly graph: Graph) {}

  @Query(() => Boolean)
  async slow(): Promise<boolean> {
    await pause(1_000);
    await this.graph.ping();
    return true;
  }
}

@Module({ providers: [SlowResolver] })
class SlowModule {}

describe('a service that stops', () => {
  test('answers what is in flight, from the graph, and takes nothing new', async () => {
    const app = await TestApp.start({}, { probes: [SlowModule] });
    const inFlight = app.gql('{ slow }');
    await pause(300);
    const closing = app.close();
    expect(await inFlight).toMatchObject({ data: { slow: true }, errors: [] });
    await closing;
    await expect(app.get('/health/live')).rejects.toThrow();
  });
});

describe('a service before its graph', () => {
  test('starts unready, recovers alone, and is unready again when the graph is lost', async () => {
    const { uri } = testGraphOptions();
    const proxy = await FaultProxy.before(uri);
    proxy.link = 'refuses';
    const app = await TestApp.start({ NEO4J_URI: `bolt://127.0.0.1:${proxy.port}` }, { awaitGraph: false });
    const status = async () => (await app.get('/health/ready')).status;

    expect(await status()).toBe(503);
    expect((await app.get('/health/live')).status).toBe(200);
    const early = await app.gql('{ about { version } }');
    expect([early.status, early.errors[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    expect(early.headers.get('retry-after')).toBe('5');

    proxy.link = 'up';
    await until(async () => (await status()) === 200);
    expect((await app.gql('{ about { version } }')).errors).toEqual([]);

    proxy.link = 'refuses';
    proxy.cut();
    await until(async () => (await status()) === 503);
    const body = (await (await app.get('/health/ready')).json()) as { reasons: string[] };
    expect(body.reasons).toEqual([expect.stringMatching(/^the graph does not answer/)]);

    await app.close();
    await proxy.close();
  });
});
