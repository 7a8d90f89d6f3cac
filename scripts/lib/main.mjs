import { Failure } from './failure.mjs';

/**
 * Runs a script's work: a Failure is printed as its message, anything else with its stack, and both exit with 1.
 * @param {() => Promise<unknown>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
