import { LIMITS } from '../kernel/limits.js';

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly weight: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets requests that arrive while a transaction is under way share the next one: a commit costs the same for one record
 * as for a hundred, and two transactions over the same people would wait for each other. When a shared transaction
 * fails, each of its requests is tried by itself, so that a bad one harms nobody else.
 */
export class GroupCommit<Request, Answer> {
  readonly #waiting: Waiting<Request, Answer>[] = [];
  readonly #commit: (requests: readonly Request[]) => Promise<readonly Answer[]>;
  #running = 0;

  constructor(commit: (requests: readonly Request[]) => Promise<readonly Answer[]>) {
    this.#commit = commit;
  }

  /** @param weight records in the request, for the size of a shared transaction */
  submit(request: Request, weight: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, weight, resolve, reject });
      this.start();
    });
  }

  private start(): void {
    while (this.#running < LIMITS.sharedTransactions && this.#waiting.length > 0) {
      this.#running += 1;
      void this.run(this.take()).finally(() => {
        this.#running -= 1;
        this.start();
      });
    }
  }

  private take(): Waiting<Request, Answer>[] {
    let weight = 0;
    const fits = (each: Waiting<Request, Answer>): boolean => (weight += each.weight) <= LIMITS.recordsPerTransaction;
    const end = this.#waiting.findIndex((each) => !fits(each));
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : Math.max(end, 1));
  }

  private async run(batch: readonly Waiting<Request, Answer>[]): Promise<void> {
    try {
      const answers = await this.#commit(batch.map((each) => each.request));
      batch.forEach((each, index) => {
        each.resolve(answers[index] as Answer);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const each of batch) await this.run([each]);
    }
  }
}
