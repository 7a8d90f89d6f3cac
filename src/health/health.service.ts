import { Injectable } from '@nestjs/common';
import { GraphError } from '../graph/errors.js';
import { Graph } from '../graph/graph.js';
import { GraphStartup } from '../graph/graph-startup.js';
import { latestMigration, migrationLevel } from '../graph/migrator.js';
import { LIMITS } from '../kernel/limits.js';

/** Whether requests can be served, and what stands in the way. */
export interface Readiness {
  readonly ready: boolean;
  /** Sentences; [] when ready. */
  readonly reasons: readonly string[];
}

/** Answers probes. */
@Injectable()
export class HealthService {
  private readonly wantedLevel = latestMigration();
  private latest: { readonly at: number; readonly readiness: Promise<Readiness> } | null = null;

  constructor(
    private readonly graph: Graph,
    private readonly startup: GraphStartup,
  ) {}

  /** Asks the graph at most once per `LIMITS.readinessAgeSeconds`; probes in between share the answer. */
  readiness(): Promise<Readiness> {
    const now = performance.now();
    if (!this.latest || now - this.latest.at > LIMITS.readinessAgeSeconds * 1_000) {
      this.latest = { at: now, readiness: this.ask() };
    }
    return this.latest.readiness;
  }

  private async ask(): Promise<Readiness> {
    try {
      await this.graph.ping();
      if (!this.startup.done) return notReady('the graph is being migrated');
      const level = await migrationLevel(this.graph);
      return level === this.wantedLevel
        ? { ready: true, reasons: [] }
        : notReady(`the graph is at migration ${level}, this build needs ${this.wantedLevel}`);
    } catch (error) {
      return notReady(
        error instanceof GraphError ? `the graph does not answer (${error.code})` : 'the graph does not answer',
      );
    }
  }
}

function notReady(reason: string): Readiness {
  return { ready: false, reasons: [reason] };
}
