import { Failure } from '../lib/failure.mjs';

/** @typedef {'given' | 'docker' | 'local'} Kind */

/**
 * Where the Neo4j comes from: an address that was given, then Docker, then one of our own on this machine.
 * HUELLA_NEO4J=docker or =local settles it between the latter two.
 * @param {Record<string, string | undefined>} env
 * @param {string} variable the one that would hold an address: NEO4J_URI or HUELLA_TEST_NEO4J_URI
 * @param {() => Promise<boolean>} dockerAnswers asked only when it matters
 * @returns {Promise<Kind>}
 * @throws {Failure} naming the variable whose value is not one of the choices
 */
export async function chooseNeo4j(env, variable, dockerAnswers) {
  if (env[variable]) return 'given';
  const wish = env.HUELLA_NEO4J || undefined;
  if (wish === 'docker' || wish === 'local') return wish;
  if (wish !== undefined) throw new Failure('HUELLA_NEO4J must be docker or local.');
  return (await dockerAnswers()) ? 'docker' : 'local';
}
