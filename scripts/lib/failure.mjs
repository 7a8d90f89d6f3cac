/** A failure that the user can act on: printed as its message, without a stack trace. */
export class Failure extends Error {
  /** @param {string} message what went wrong and what to do about it */
  constructor(message) {
    super(message);
    this.name = 'Failure';
  }
}
