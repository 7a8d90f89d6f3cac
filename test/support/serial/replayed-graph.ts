import { Graph, type UnitOptions } from '../../../src/graph/graph.js';
import type { WriteTx } from '../../../src/graph/transaction.js';
import type { NewId } from '../../../src/kernel/ids.js';

/** A graph in which transactions get the ids that they got the first time, also when the one before was given up. */
export class ReplayedGraph extends Graph {
  /** Of the transaction that is done again. */
  ids: readonly string[] = [];
  #left: string[] = [];

  readonly newId: NewId = () => this.#left.shift() ?? 'one id more than the first time';

  override write<Result>(
    operation: string,
    work: (tx: WriteTx) => Promise<Result>,
    unit: UnitOptions = {},
  ): Promise<Result> {
    const again = (tx: WriteTx): Promise<Result> => {
      this.#left = [...this.ids];
      return work(tx);
    };
    return super.write(operation, again, unit);
  }
}
