import { join } from 'node:path';
import { run } from '../lib/run.mjs';

/** Neo4j 5.26 runs on Java 17 and 21 (its operations manual, "System requirements"). */
export const JAVA_MINIMUM = 17;
const PROBE_SECONDS = 20;

/**
 * The java program: of JAVA_HOME when that is set, else the one on the path.
 * @param {Record<string, string | undefined>} env
 * @returns {string}
 */
export function javaProgram(env = process.env) {
  return env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java';
}

/**
 * The feature release in what `java -version` prints ("17.0.15" -> 17, "1.8.0_392" -> 8); undefined when there is none.
 * @param {string} output
 * @returns {number | undefined}
 */
export function javaRelease(output) {
  const version = /version "(\d+)(?:\.(\d+))?/.exec(output);
  if (!version) return undefined;
  return Number(version[1] === '1' ? version[2] : version[1]);
}

/**
 * What is missing for a local Neo4j, as a list of things to install; empty when nothing is.
 * @param {{ maven: boolean }} needs maven: only to provision, not to run what is provisioned
 * @returns {Promise<string[]>}
 */
export async function missingForLocal({ maven }) {
  const [java, mvn] = await Promise.all([
    run(javaProgram(), ['-version'], { timeoutSeconds: PROBE_SECONDS }),
    maven ? run('mvn', ['--version'], { timeoutSeconds: PROBE_SECONDS }) : { code: 0 },
  ]);
  const release = java.code === 0 ? javaRelease(java.output) : undefined;
  const missing = [];
  if (release === undefined) missing.push(`a Java ${JAVA_MINIMUM} or 21 (none found)`);
  else if (release < JAVA_MINIMUM) missing.push(`a Java ${JAVA_MINIMUM} or 21 (found ${release})`);
  if (mvn.code !== 0) missing.push('Maven 3.6 or newer (mvn)');
  return missing;
}
