import { run } from '../lib/run.mjs';

/** A CLI without an engine is common and may hang while it looks for one. */
const ANSWER_SECONDS = 3;

/**
 * Whether a Docker engine is there: a CLI alone is not enough.
 * @returns {Promise<boolean>}
 */
export async function dockerAnswers() {
  const outcome = await run('docker', ['info', '--format', '{{.ServerVersion}}'], { timeoutSeconds: ANSWER_SECONDS });
  return outcome.code === 0;
}

/**
 * Whether docker-compose.yml can be run as well: the engine and the compose plugin are there.
 * @returns {Promise<boolean>}
 */
export async function composeAnswers() {
  if (!(await dockerAnswers())) return false;
  return (await run('docker', ['compose', 'version'], { timeoutSeconds: ANSWER_SECONDS })).code === 0;
}
