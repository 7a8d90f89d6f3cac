import { Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { LIMITS } from '../kernel/limits.js';
import { Logger } from '../observability/logger.js';
import { GraphError, GraphFault } from './errors.js';
import { Graph } from './graph.js';
import { migrate } from './migrator.js';

/** Brings the schema up to date as soon as the database is there, and closes the connections at the end. */
@Injectable()
export class GraphStartup implements OnModuleDestroy, OnApplicationShutdown {
  private migrated = false;
  private readonly stopping = new AbortController();

  constructor(
    private readonly graph: Graph,
    private readonly logger: Logger,
  ) {}

  /** Whether the schema is in place; nothing may be asked or written before. */
  get done(): boolean {
    return this.migrated;
  }

  /**
   * Migrates; while the database is absent, again and again. Resolves when it is done or the service stops. Throws
   * MigrationRefused or GraphFault (wrong credentials) when waiting will not help.
   */
  async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const { applied, level } = await migrate(this.graph);
        this.migrated = true;
        this.logger.info('graph ready', { applied: applied.length, migrationLevel: level });
        return;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        if (!(error instanceof GraphError) || error instanceof GraphFault) throw error;
        this.logger.warn('waiting for the graph', { errorCode: error.code });
        await pause(LIMITS.migrateAgainSeconds * 1_000, undefined, { signal: this.stopping.signal }).catch(
          () => undefined,
        );
      }
    }
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  /** After the last request was answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.graph.close();
  }
}
