/**
 * A long computation in steps: it yields where others may have a turn. What it computes does not depend on who drives it:
 * `atOnce` for tests and small matters, `inTurns` where a service must go on answering others.
 */
export type Steps<Result> = Generator<void, Result>;

/** Items of ordinary work in one step: about a millisecond, which nobody notices. */
export const ITEMS_PER_TURN = 60;

/** Whether it is time for a step's end after the item at this place of a loop. */
export function isTurn(index: number, items: number = ITEMS_PER_TURN): boolean {
  return index % items === items - 1;
}

/** The result, without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The result, with a turn of the event loop for everybody else after each step. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await othersTurn();
  }
}

/** `make` of each item, in order. */
export function* mapping<Item, Made>(items: readonly Item[], make: (item: Item, index: number) => Made): Steps<Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    made.push(make(item, index));
    if (isTurn(index)) yield;
  }
  return made;
}

/**
 * The same list for a consumer that takes promises, such as GraphQL, and works on each item as it comes: the items come a
 * few at a time, with turns for others in between.
 */
export function servedInTurns<Item>(items: readonly Item[]): (Item | Promise<Item>)[] {
  let turn: Promise<void> | null = null;
  return items.map((item, index) => {
    if (index > 0 && index % ITEMS_PER_TURN === 0) turn = turn ? turn.then(othersTurn) : othersTurn();
    return turn ? turn.then(() => item) : item;
  });
}

function othersTurn(): Promise<void> {
  return new Promise((resume) => void setImmediate(resume));
}
