import { Graph } from '../../src/graph/graph.js';
import type { WriteTx } from '../../src/graph/transaction.js';

/** A graph whose rulings of stewards wait before their commit. */
export class WaitingGraph extends Graph {
  readonly isDecided: Promise<void>;
  /** Lets them commit. */
  commit: () => void = () => undefined;
  #reached: () => void = () => undefined;
  readonly #mayCommit: Promise<void>;

  constructor(...given: ConstructorParameters<typeof Graph>) {
    super(...given);
    this.isDecided = new Promise((resolve) => (this.#reached = resolve));
    this.#mayCommit = new Promise((resolve) => (this.commit = resolve));
  }

  override write<Result>(operation: string, work: (tx: WriteTx) => Promise<Result>): Promise<Result> {
    return super.write(operation, async (tx) => {
      const result = await work(tx);
      if (operation === 'identity.rule') {
        this.#reached();
        await this.#mayCommit;
      }
      return result;
    });
  }
}
