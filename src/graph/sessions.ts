import neo4j, { type BookmarkManager, type Driver, type Session } from 'neo4j-driver';
import { LIMITS } from '../kernel/limits.js';
import { deadline } from './deadline.js';
import { toGraphError, type GraphErrorPlace } from './errors.js';

/** Where the database is, and who asks. */
export interface GraphOptions {
  /** `bolt://…` or, for a cluster, `neo4j://…`. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Default: the user's home database. */
  readonly database?: string;
  readonly connectSeconds?: number;
  readonly acquireSeconds?: number;
  readonly readSeconds?: number;
  readonly writeSeconds?: number;
  /** Adds the database's own text, which may hold values, to errors: for tests and development only. */
  readonly explainFaults?: boolean;
}

export type Access = 'read' | 'write';

/** The driver and its sessions; every failure leaves here as a typed error. */
export class Sessions {
  private readonly driver: Driver;
  private readonly bookmarkManager: BookmarkManager | undefined;

  /** Opens no connection yet, so an absent database does not fail here. Throws on a URI of another scheme. */
  constructor(readonly options: GraphOptions) {
    this.driver = neo4j.driver(options.uri, neo4j.auth.basic(options.user, options.password), {
      connectionTimeout: (options.connectSeconds ?? LIMITS.connectSeconds) * 1_000,
      connectionAcquisitionTimeout: (options.acquireSeconds ?? LIMITS.acquireSeconds) * 1_000,
      maxConnectionPoolSize: LIMITS.connectionPool,
      fetchSize: LIMITS.rowsPerFetch,
      disableLosslessIntegers: true,
      telemetryDisabled: true,
      userAgent: 'huella',
    });
    // One server sees its own writes; members of a cluster learn by bookmarks what was written elsewhere.
    this.bookmarkManager = options.uri.startsWith('neo4j') ? neo4j.bookmarkManager() : undefined;
  }

  /**
   * Runs `work` with a session of its own and closes it. Throws a GraphError for what the driver throws, also when no
   * answer comes within `seconds`; the database ends the transaction by its own clock then.
   */
  async within<Result>(
    { access, seconds, place }: { access: Access; seconds: number; place: GraphErrorPlace },
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const session = this.driver.session({
      defaultAccessMode: access === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
      database: this.options.database,
      bookmarkManager: this.bookmarkManager,
    });
    const answer = work(session).finally(() => session.close());
    try {
      return await deadline(answer, seconds, place);
    } catch (error) {
      throw toGraphError(error, place, this.options.explainFaults);
    }
  }

  close(): Promise<void> {
    return this.driver.close();
  }
}
