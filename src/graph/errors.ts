import { Neo4jError } from 'neo4j-driver';

/** Where a failure happened: the unit of work, and the statement when one failed. */
export interface GraphErrorPlace {
  readonly operation: string;
  readonly statement?: string;
}

/** What the retry loop may do about a failure. */
export type RetryRule = 'never' | 'conflict' | 'connection';

/** Messages of these codes hold statement text and host names, never values. */
const HARMLESS = /^(Neo\.ClientError\.(Statement\.(SyntaxError|ParameterMissing)|Security\..*)|ServiceUnavailable)$/;

/**
 * A failure of the graph. The message names the place and the database's status code, never the database's own text,
 * which repeats values ("already exists with property `key` = …"), unless the graph was told to explain faults.
 */
export abstract class GraphError extends Error {
  /** False when the graph was told to explain faults: the database's own text may hold values. */
  readonly safeToLog: boolean;

  constructor(
    readonly place: GraphErrorPlace,
    readonly code: string,
    readonly retry: RetryRule,
    summary: string,
    detail = '',
  ) {
    const where = place.statement ? `${place.operation}, statement ${place.statement}` : place.operation;
    super(`${summary} (${where}; ${code})${detail && `: ${detail}`}`);
    this.name = new.target.name;
    this.safeToLog = detail === '' || HARMLESS.test(code);
  }
}

/** The database cannot be reached or does not answer; the same call may succeed later. */
export class GraphUnavailable extends GraphError {}
/** Other writers were in the way every time; the same call may succeed later. */
export class GraphConflict extends GraphError {}
/** The transaction took longer than it may. */
export class GraphTimeout extends GraphError {}
/** The statement, its parameters, the credentials or the database are at fault; repeating will not help. */
export class GraphFault extends GraphError {}

/** Codes of the driver itself for a lost or refused connection. `N/A` is a full pool or a black-holed database. */
const CONNECTION_LOST = new Set(['ServiceUnavailable', 'SessionExpired']);

/** Not retriable for the driver, and right after a retry here: each is a race with another writer. */
const RACES = new Set([
  'Neo.ClientError.Schema.ConstraintValidationFailed',
  'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists',
  'Neo.ClientError.Schema.ConstraintAlreadyExists',
  'Neo.ClientError.Statement.EntityNotFound',
]);

/**
 * Maps what the driver throws to a typed error; any other error (of the work itself) comes back unchanged.
 * `explain` adds the database's own text, which may hold values: for tests and development only.
 */
export function toGraphError(error: unknown, place: GraphErrorPlace, explain = false): Error {
  if (!(error instanceof Neo4jError))
    return error instanceof Error ? error : new Error('something that is no error was thrown');
  const code = error.code;
  const detail = explain || HARMLESS.test(code) ? error.message : '';
  if (CONNECTION_LOST.has(code))
    return new GraphUnavailable(place, code, 'connection', 'the graph is not reachable', detail);
  if (code === 'N/A' || code === 'ProtocolError') {
    return new GraphUnavailable(place, code, 'never', 'the graph does not answer', detail);
  }
  if (/\.TransactionTimedOut/.test(code))
    return new GraphTimeout(place, code, 'never', 'the transaction took too long', detail);
  if (/DatabaseUnavailable|DatabaseNotFound/.test(code)) {
    return new GraphUnavailable(place, code, 'conflict', 'the database is not available', detail);
  }
  if (RACES.has(code)) return new GraphConflict(place, code, 'conflict', 'another writer was in the way', detail);
  if (code.startsWith('Neo.TransientError.') && !/OutOfMemory/.test(code)) {
    return new GraphConflict(place, code, 'conflict', 'another writer was in the way', detail);
  }
  return new GraphFault(place, code, 'never', 'the graph refused', detail);
}
