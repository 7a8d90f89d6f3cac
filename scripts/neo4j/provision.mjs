import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { withLock } from '../lib/lock.mjs';
import { cacheFolder, ROOT } from '../lib/paths.mjs';
import { runAlone, tail } from '../lib/run.mjs';
import { missingForLocal } from './java.mjs';
import { advance, describe, noProgress } from './maven-progress.mjs';

export const NEO4J_VERSION = '5.26.29';
/** 5.26.29 has 221 jars: fewer than this, and the assembly went wrong without Maven noticing. */
const JARS_MINIMUM = 200;
const TO_SEE = [`neo4j-${NEO4J_VERSION}.jar`, `neo4j-server-${NEO4J_VERSION}.jar`];

/**
 * The folder of the libraries, in the per-user cache. It exists only when it is complete.
 * @returns {string}
 */
export const neo4jHome = () => join(cacheFolder(), `neo4j-${NEO4J_VERSION}`);

/**
 * Sees to it that the libraries of Neo4j are in the cache: assembled in a folder beside their place and moved there when
 * complete, so that neither an interruption nor a second process can leave half of it.
 * @param {(text: string) => void} onProgress
 * @returns {Promise<string>} the folder
 * @throws {Failure} when Java or Maven is missing, or Maven fails
 */
export async function provision(onProgress) {
  const home = neo4jHome();
  await refuseIfMissing({ maven: !existsSync(home) });
  if (existsSync(home)) return home;
  const onWait = (/** @type {number} */ pid) => onProgress(`waiting for process ${pid}, which is downloading it`);
  await withLock(`${home}.lock`, { onWait }, async () => {
    if (!existsSync(home)) await assemble(home, onProgress);
  });
  return home;
}

/** @param {{ maven: boolean }} needs */
async function refuseIfMissing(needs) {
  const missing = await missingForLocal(needs);
  if (missing.length === 0) return;
  throw new Failure(
    [
      'huella needs a Neo4j and found no way to get one. Do one of these:',
      '  - start a Docker engine (docker info must answer), or',
      `  - install ${missing.join(' and ')}: Neo4j Community ${NEO4J_VERSION} is then set up for you, or`,
      '  - set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to a Neo4j 5 of your own',
      '    (tests: HUELLA_TEST_NEO4J_URI, …_USER, …_PASSWORD to an empty one).',
    ].join('\n'),
  );
}

/**
 * @param {string} home
 * @param {(text: string) => void} onProgress
 */
async function assemble(home, onProgress) {
  removeLeftovers(home);
  const partial = `${home}.partial-${process.pid}`;
  try {
    mkdirSync(join(partial, 'plugins'), { recursive: true });
    await copyJars(join(partial, 'lib'), onProgress);
    renameSync(partial, home);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** @param {string} home of which earlier, interrupted assemblies may lie about; the lock is held, so nobody uses them */
function removeLeftovers(home) {
  const folder = dirname(home);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (path.startsWith(`${home}.partial-`)) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * @param {string} lib
 * @param {(text: string) => void} onProgress
 */
async function copyJars(lib, onProgress) {
  let progress = noProgress();
  onProgress(describe(progress));
  const args = ['-B', '-f', join(ROOT, 'scripts', 'neo4j', 'pom.xml')];
  const settings = [`-Dneo4j.version=${NEO4J_VERSION}`, `-Dneo4j.lib=${lib}`];
  const outcome = await runAlone(`${neo4jHome()}.maven`, 'mvn', [...args, ...settings, 'package'], {
    onLine: (line) => onProgress(describe((progress = advance(progress, line)))),
  });
  const jars = existsSync(lib) ? readdirSync(lib) : [];
  if (outcome.code === 0 && jars.length >= JARS_MINIMUM && TO_SEE.every((jar) => jars.includes(jar))) return;
  const why = outcome.code === 0 ? `only ${jars.length} jars arrived` : tail(outcome.output);
  throw new Failure(
    `Maven could not assemble Neo4j ${NEO4J_VERSION}; a second try continues where it stopped.\n${why}`,
  );
}
