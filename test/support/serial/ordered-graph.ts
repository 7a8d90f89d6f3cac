import { GraphConflict } from '../../../src/graph/errors.js';
import { Graph, type GraphHooks, type UnitOptions } from '../../../src/graph/graph.js';
import type { GraphOptions } from '../../../src/graph/sessions.js';
import { statementOf } from '../../../src/graph/statement.js';
import type { WriteTx } from '../../../src/graph/transaction.js';
import { newId, type NewId } from '../../../src/kernel/ids.js';
import type { Clock } from '../../../src/kernel/clock.js';

/** One committed transaction: its place in the serial order, and the time and the ids that it was done with. */
export interface Step {
  readonly place: number;
  readonly operation: string;
  readonly at: number;
  readonly ids: readonly string[];
}

export const prepareOrder = statementOf<Record<string, never>, never>(
  'test/prepare-order',
  "MERGE (order:TestOrder {id: 'order'}) ON CREATE SET order.value = 0",
  { access: 'write' },
);
// The node is locked until the commit, when all other locks of the transaction are held as well: the numbers are an
// order in which the transactions could have run one after the other.
const takePlace = statementOf<Omit<Step, 'place'>, never>(
  'test/take-place',
  `MATCH (order:TestOrder {id: 'order'}) SET order.value = order.value + 1
   CREATE (:TestStep {place: order.value, operation: $operation, at: $at, ids: $ids})`,
  { access: 'write' },
);
export const readSteps = statementOf<Record<string, never>, Step>(
  'test/read-steps',
  'MATCH (step:TestStep) RETURN step.place AS place, step.operation AS operation, step.at AS at, step.ids AS ids ORDER BY place',
  { access: 'read', scansLabel: true },
);

/** A graph whose write transactions note their place in the serial order, and sometimes fail at their end. */
export class OrderedGraph extends Graph {
  /** Whose transactions they are. */
  operation = '';
  #at = 0;
  #ids: string[] = [];

  /** @param isUnlucky asked at the end of each transaction, which ends in a deadlock then */
  constructor(
    options: GraphOptions,
    hooks: GraphHooks,
    private readonly isUnlucky: () => boolean,
  ) {
    super(options, hooks);
  }

  readonly clock: Clock = {
    now: () => {
      const now = new Date();
      this.#at = now.getTime();
      return now;
    },
  };

  readonly newId: NewId = () => {
    const id = newId();
    this.#ids.push(id);
    return id;
  };

  override write<Result>(
    operation: string,
    work: (tx: WriteTx) => Promise<Result>,
    unit: UnitOptions = {},
  ): Promise<Result> {
    if (operation === 'identity.rules') return super.write(operation, work, unit);
    const noted = async (tx: WriteTx): Promise<Result> => {
      this.#ids = [];
      const result = await work(tx);
      if (this.isUnlucky()) throw deadlock(operation);
      await tx.run(takePlace, { operation: this.operation, at: this.#at, ids: this.#ids });
      return result;
    };
    return super.write(operation, noted, unit);
  }
}

function deadlock(operation: string): GraphConflict {
  const code = 'Neo.TransientError.Transaction.DeadlockDetected';
  return new GraphConflict({ operation }, code, 'conflict', 'injected');
}
