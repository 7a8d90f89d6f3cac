import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { DynamicModule } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../../src/app.module.js';
import { readConfig, type Config } from '../../src/config/config.js';
import { createApp } from '../../src/create-app.js';
import { GraphStartup } from '../../src/graph/graph-startup.js';
import { testGraphOptions } from './test-graph.js';

/** A GraphQL answer as it arrives. */
export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly errors: readonly { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  /** The body as text, to look for what must not be in it. */
  readonly text: string;
}

/** The service on a free port of the loopback, before the test database. */
export class TestApp {
  private constructor(
    readonly nest: NestExpressApplication,
    readonly url: string,
  ) {}

  /**
   * Starts the service; `overrides` are environment variables, `probes` modules beside its own. Resolves when it is ready,
   * or when it listens if `awaitGraph` is false.
   */
  static async start(
    overrides: Record<string, string> = {},
    { awaitGraph = true, probes = [] }: { awaitGraph?: boolean; probes?: DynamicModule['imports'] } = {},
  ): Promise<TestApp> {
    const config = testConfig(overrides);
    const root = AppModule.with(config);
    const nest = await createApp(config, { ...root, imports: [...(root.imports ?? []), ...probes] });
    await nest.listen(0, '127.0.0.1');
    const { port } = nest.getHttpServer().address() as AddressInfo;
    const running = nest.get(GraphStartup).run();
    if (awaitGraph) await running;
    return new TestApp(nest, `http://127.0.0.1:${port}`);
  }

  /** Asks GraphQL. */
  async gql<Data = Record<string, unknown>>(query: string, variables?: object): Promise<Answer<Data>> {
    const body = JSON.stringify({ query, variables });
    return this.post<Data>(body);
  }

  /** Sends any body to GraphQL. */
  async post<Data>(body: BodyInit, headers: Record<string, string> = {}): Promise<Answer<Data>> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
    const response = await fetch(`${this.url}/graphql`, init);
    const text = await response.text();
    const { data, errors = [] } = JSON.parse(text) as { data: Data; errors?: Answer<Data>['errors'] };
    return { status: response.status, headers: response.headers, data, errors, text };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers });
  }

  close(): Promise<void> {
    return this.nest.close();
  }
}

function testConfig(overrides: Record<string, string>): Config {
  const { uri, user, password } = testGraphOptions();
  return readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    ...overrides,
  });
}
