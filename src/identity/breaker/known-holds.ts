import type { Graph } from '../../graph/graph.js';
import type { Clock } from '../../kernel/clock.js';
import type { HoldsInForce } from './breaker.types.js';
import { readHoldsInForce } from './hold.queries.js';

/** Other holds came into force, or others counted, while a transaction was at work: it is rolled back and begins again. */
export class HoldsMoved extends Error {
  override readonly name = 'HoldsMoved';
}

/**
 * What this process knows of the sources and jobs that are held. It is read once and then believed: each transaction that
 * attaches anything finds out at its end, under the lock of the counter, whether it still holds.
 */
export class KnownHolds {
  #known: Promise<HoldsInForce> | null = null;

  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
  ) {}

  /** Throws a GraphError when the graph cannot be read. */
  agree(): Promise<HoldsInForce> {
    this.#known ??= this.read().catch((error: unknown) => {
      this.#known = null;
      throw error;
    });
    return this.#known;
  }

  /** The same, asked anew. */
  look(): Promise<HoldsInForce> {
    this.forget();
    return this.agree();
  }

  /** What was known holds no more. */
  forget(): void {
    this.#known = null;
  }

  private async read(): Promise<HoldsInForce> {
    const [row] = await this.graph.lookup(readHoldsInForce, { now: this.clock.now().getTime() });
    return row ?? { version: null, open: [], passes: [] };
  }
}
