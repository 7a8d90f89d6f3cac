import { LIMITS } from '../kernel/limits.js';
import { GraphUnavailable, type GraphErrorPlace } from './errors.js';

/**
 * Waits for `answer` a little longer than the database may take, then gives up with GraphUnavailable: a database behind
 * a dead link answers nothing at all, and the driver would wait with it.
 */
export async function deadline<Answer>(
  answer: Promise<Answer>,
  seconds: number,
  place: GraphErrorPlace,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const failure = new GraphUnavailable(place, 'NoAnswer', 'never', 'the graph does not answer');
    timer = setTimeout(() => reject(failure), (seconds + LIMITS.answerGraceSeconds) * 1_000);
  });
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
