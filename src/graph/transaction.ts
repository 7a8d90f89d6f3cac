import type { QueryResult, Transaction } from 'neo4j-driver';
import { GraphError, toGraphError } from './errors.js';
import { checkParams, type AnyStatement, type ReadStatement, type Statement } from './statement.js';
import { inTurns, mapping } from '../kernel/turns.js';
import { decodeRow, encodeParams } from './values.js';

/**
 * Runs statements inside one transaction. Statements may be pipelined: call `all` several times and await them together
 * (`Promise.all`), and they travel in one go; the database runs them in the order of the calls. Await every answer
 * before the work returns.
 */
export interface ReadTx {
  /** Every row. */
  all<Params extends object, Row>(statement: ReadStatement<Params, Row>, params: Params): Promise<Row[]>;
  /** The first row, or null when there is none. */
  one<Params extends object, Row>(statement: ReadStatement<Params, Row>, params: Params): Promise<Row | null>;
}

/** A transaction that may write. */
export interface WriteTx extends ReadTx {
  all<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]>;
  one<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row | null>;
  /** Runs a statement and ignores its rows. */
  run<Params extends object>(statement: Statement<Params, unknown>, params: Params): Promise<void>;
}

/** Both kinds in one; `Graph` hands it out as the narrower interface. */
export class UnitOfWork implements WriteTx {
  private readonly pending: Promise<unknown>[] = [];
  private firstFailure: Error | null = null;

  constructor(
    private readonly transaction: Transaction,
    private readonly operation: string,
    private readonly explain: boolean,
  ) {}

  all<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    const rows = this.send(statement, params).then((result) => rowsOf<Row>(result));
    return this.track(rows, statement);
  }

  async one<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row | null> {
    const [first] = await this.all(statement, params);
    return first ?? null;
  }

  async run<Params extends object>(statement: Statement<Params, unknown>, params: Params): Promise<void> {
    await this.all(statement, params);
  }

  /** Waits for everything that was sent; throws the first failure, also one that the work did not look at. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.pending);
    if (this.firstFailure) throw this.firstFailure;
  }

  /** The failure to report when the work threw `error`: the statement that failed first tells more than what followed. */
  cause(error: unknown): unknown {
    return error instanceof GraphError && this.firstFailure ? this.firstFailure : error;
  }

  private async send(statement: AnyStatement, params: object): Promise<QueryResult> {
    checkParams(statement, params);
    return this.transaction.run(statement.text, encodeParams(params));
  }

  /** Names the statement in its failure, and keeps an answer that nobody awaits from ending the process. */
  private track<Answer>(answer: Promise<Answer>, statement: AnyStatement): Promise<Answer> {
    const named = answer.catch((error: unknown) => {
      const failure = toGraphError(error, { operation: this.operation, statement: statement.name }, this.explain);
      this.firstFailure ??= failure;
      throw failure;
    });
    this.pending.push(named);
    named.catch(() => undefined);
    return named;
  }
}

/** Rows of a result as plain objects with plain values; of many rows a few at a time, so that others get their turns. */
export function rowsOf<Row>({ records }: QueryResult): Promise<Row[]> {
  return inTurns(mapping(records, (record) => decodeRow(record) as Row));
}
