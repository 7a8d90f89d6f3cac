import type { Statement } from '../../../src/graph/statement.js';
import type { WriteTx } from '../../../src/graph/transaction.js';
import * as decisions from '../../../src/identity/decisions/decision.queries.js';
import * as events from '../../../src/identity/events/event.queries.js';
import * as identity from '../../../src/identity/identity.queries.js';
import * as answers from './memory-answers.js';
import type { MemoryGraph } from './memory-graph.js';

/**
 * What decisions read beside the evidence store, in memory: a statement is answered by the function that means the same.
 * One that has none throws.
 */
export class MemoryTx implements WriteTx {
  readonly #answers = new Map<string, (params: never) => readonly unknown[]>();

  constructor(graph: MemoryGraph) {
    const answer = <Params extends object, Row>(
      statement: Statement<Params, Row>,
      rows: (graph: MemoryGraph, params: Params) => Row[],
    ): void => {
      this.#answers.set(statement.name, (params: Params) => rows(graph, params));
    };
    answer(decisions.customersStanding, answers.customersStanding);
    answer(decisions.readDecisions, answers.readDecisions);
    answer(decisions.lockDecisions, answers.lockDecisions);
    answer(decisions.decisionsOfIdentifier, answers.decisionsOfIdentifier);
    answer(decisions.eventsOfDecision, answers.eventsOfDecision);
    answer(events.readEvent, answers.readEvent);
    answer(events.laterEvents, answers.laterEvents);
    answer(identity.recordsBefore, answers.recordsBefore);
    answer(identity.reachByRecords, answers.reachByRecords);
    answer(identity.decisionsOn, answers.decisionsOn);
  }

  all<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    const answer = this.#answers.get(statement.name) as ((params: Params) => Row[]) | undefined;
    if (!answer) throw new Error(`nothing in memory answers ${statement.name}`);
    return Promise.resolve(answer(params));
  }

  async one<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row | null> {
    const [first] = await this.all(statement, params);
    return first ?? null;
  }

  async run<Params extends object>(statement: Statement<Params, unknown>, params: Params): Promise<void> {
    await this.all(statement, params);
  }
}
