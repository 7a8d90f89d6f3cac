interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets questions of the same moment share one statement, so that a list of customers with their records costs two
 * statements and not one for each customer. `answer` gets up to `most` questions of one group and answers them in their
 * order.
 */
export class SharedQuestion<Ask, Answer> {
  readonly #waiting = new Map<number, Waiting<Ask, Answer>[]>();

  constructor(
    private readonly answer: (group: number, asks: readonly Ask[]) => Promise<readonly Answer[]>,
    private readonly most: number,
  ) {}

  /** The answer to one question. Questions of different groups never share a statement. */
  ask(group: number, ask: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const queue = this.#waiting.get(group);
      if (queue) return void queue.push({ ask, resolve, reject });
      this.#waiting.set(group, [{ ask, resolve, reject }]);
      // After the resolvers of this turn, so that all of a list have asked.
      setImmediate(() => this.flush(group));
    });
  }

  private flush(group: number): void {
    const queue = this.#waiting.get(group) ?? [];
    this.#waiting.delete(group);
    for (let at = 0; at < queue.length; at += this.most) void this.run(group, queue.slice(at, at + this.most));
  }

  private async run(group: number, queue: readonly Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await this.answer(
        group,
        queue.map((each) => each.ask),
      );
      queue.forEach((each, index) => each.resolve(answers[index] as Answer));
    } catch (error) {
      for (const each of queue) each.reject(error);
    }
  }
}
