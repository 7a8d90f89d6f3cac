import type { Session } from 'neo4j-driver';
import { LIMITS } from '../kernel/limits.js';
import { GraphError } from './errors.js';
import { answer, countNodes } from './graph.queries.js';
import { problemsOfPlan, planOf } from './plan.js';
import { retrying, systemRetryTools, type Heard, type RetryTools } from './retry.js';
import { Sessions, type Access, type GraphOptions } from './sessions.js';
import { checkParams, statements, type ReadStatement } from './statement.js';
import { rowsOf, UnitOfWork, type ReadTx, type WriteTx } from './transaction.js';
import { encodeParams } from './values.js';

/** What others may want to know; all optional. */
export interface GraphHooks {
  /** Before each retry of a unit of work or lookup: which attempt failed (from 1), and with what. */
  onRetry?(operation: string, attempt: number, failure: GraphError): void;
  /** After each unit of work or lookup, also a failed one. */
  onDone?(operation: string, access: Access, seconds: number, failed: boolean): void;
}

/** Overrides for one unit of work. */
export interface UnitOptions {
  /** How long the transaction may take. */
  readonly seconds?: number;
}

/** The way to the database: units of work and lookups. */
export class Graph {
  private readonly sessions: Sessions;

  constructor(
    options: GraphOptions,
    private readonly hooks: GraphHooks = {},
    private readonly tools: RetryTools = systemRetryTools,
  ) {
    this.sessions = new Sessions(options);
  }

  /** Runs `work` in one transaction that only reads. Retried like `write`. */
  read<Result>(operation: string, work: (tx: ReadTx) => Promise<Result>, unit: UnitOptions = {}): Promise<Result> {
    return this.unitOfWork(operation, 'read', work, unit);
  }

  /**
   * Runs `work` in one transaction and commits it. Deadlocks, other transient failures, uniqueness violations (somebody
   * else created the node first) and broken connections run the work again from its start, also when only the answer to
   * the COMMIT was lost: so the work must be idempotent and keep nothing from an earlier attempt. What the work
   * itself throws rolls back and comes out unchanged. Throws a GraphError otherwise.
   */
  write<Result>(operation: string, work: (tx: WriteTx) => Promise<Result>, unit: UnitOptions = {}): Promise<Result> {
    return this.unitOfWork(operation, 'write', work, unit);
  }

  /** Rows of one statement that reads, without the round trips of a transaction: about twice as fast as `read`. */
  lookup<Params extends object, Row>(statement: ReadStatement<Params, Row>, params: Params): Promise<Row[]> {
    const seconds = this.secondsOf('read');
    const place = { operation: 'lookup', statement: statement.name };
    const run = async (session: Session): Promise<Row[]> => {
      checkParams(statement, params);
      return rowsOf<Row>(await session.run(statement.text, encodeParams(params), { timeout: seconds * 1_000 }));
    };
    return this.watched(statement.name, 'read', () => this.sessions.within({ access: 'read', seconds, place }, run));
  }

  /** Resolves when the database answers a statement within `seconds`; throws a GraphError otherwise. */
  async ping(seconds = 2): Promise<void> {
    const place = { operation: 'ping' };
    await this.sessions.within({ access: 'read', seconds, place }, async (session) => {
      await session.run(answer.text);
    });
  }

  /** True when the database holds nothing but what the migrations themselves made. */
  async isEmpty(): Promise<boolean> {
    const counts = await this.lookup(countNodes, {});
    return counts.reduce((others, { label, nodes }) => others + (label === 'any' ? nodes : -nodes), 0) === 0;
  }

  /**
   * Plans every statement that is loaded, without running it. Returns what is wrong, one sentence each: a statement that
   * does not compile, reads all nodes, multiplies rows or scans a label where an index should serve. [] is good.
   */
  async verifyStatements(): Promise<string[]> {
    const problems: string[] = [];
    for (const statement of statements()) {
      const place = { operation: 'verifyStatements', statement: statement.name };
      try {
        const plan = await this.sessions.within({ access: 'write', seconds: LIMITS.readSeconds, place }, (session) =>
          planOf(session, statement),
        );
        problems.push(...problemsOfPlan(statement, plan));
      } catch (error) {
        if (!(error instanceof GraphError) || error.retry !== 'never') throw error;
        problems.push(error.message);
      }
    }
    return problems;
  }

  /** Closes every connection. Nothing may be asked afterwards. */
  close(): Promise<void> {
    return this.sessions.close();
  }

  private unitOfWork<Result>(
    operation: string,
    access: Access,
    work: (unit: UnitOfWork) => Promise<Result>,
    { seconds = this.secondsOf(access) }: UnitOptions,
  ): Promise<Result> {
    const attempt = async (session: Session, heard: Heard): Promise<Result> => {
      // Not awaited: BEGIN travels together with the first statement.
      const transaction = session.beginTransaction({ timeout: seconds * 1_000, metadata: { operation } });
      void transaction.then(heard, () => undefined);
      const unit = new UnitOfWork(transaction, operation, this.sessions.options.explainFaults ?? false);
      try {
        const result = await work(unit);
        await unit.settle();
        await transaction.commit();
        return result;
      } catch (error) {
        await transaction.rollback().catch(() => undefined);
        throw unit.cause(error);
      }
    };
    const bounds = { access, seconds, place: { operation } };
    return this.watched(operation, access, (heard) =>
      this.sessions.within(bounds, (session) => attempt(session, heard)),
    );
  }

  /** Retries, counts and times. */
  private async watched<Result>(
    operation: string,
    access: Access,
    attempt: (heard: Heard) => Promise<Result>,
  ): Promise<Result> {
    const startedAt = this.tools.elapsed();
    let failed = true;
    try {
      const result = await retrying(attempt, this.tools, (number, failure) =>
        this.hooks.onRetry?.(operation, number, failure),
      );
      failed = false;
      return result;
    } finally {
      this.hooks.onDone?.(operation, access, (this.tools.elapsed() - startedAt) / 1_000, failed);
    }
  }

  private secondsOf(access: Access): number {
    const { readSeconds, writeSeconds } = this.sessions.options;
    return access === 'read' ? (readSeconds ?? LIMITS.readSeconds) : (writeSeconds ?? LIMITS.writeSeconds);
  }
}
