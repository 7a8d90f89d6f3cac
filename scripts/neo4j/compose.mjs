import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Failure } from '../lib/failure.mjs';
import { readIfThere, writeWhole } from '../lib/files.mjs';
import { ROOT } from '../lib/paths.mjs';
import { isFree, nextFree } from '../lib/ports.mjs';
import { run, tail } from '../lib/run.mjs';

/** The service of docker-compose.yml that is the database. */
const SERVICE = 'neo4j';
const ENV_FILE = join(ROOT, '.env');

/**
 * Starts the container of docker-compose.yml and waits until it is healthy. A container that runs is used as it is.
 * @param {string} newPassword for a first start; later ones use that of .env, where compose finds it
 * @param {import('./config.mjs').Ports} preferred
 * @param {number} servicePort where the service will listen; the Browser opens its guides
 * @returns {Promise<{ uri: string, httpUrl: string, user: string, password: string }>}
 * @throws {Failure} with what compose said
 */
export async function composeUp(newPassword, preferred, servicePort) {
  const settings = parseEnv(readIfThere(ENV_FILE) ?? '');
  const password = settings.NEO4J_PASSWORD || newPassword;
  const boltPort = (await publishedPort(7687)) ?? (await nextFree(preferred.boltPort, isFree));
  const httpPort = (await publishedPort(7474)) ?? (await nextFree(preferred.httpPort, isFree, [boltPort]));
  writeWhole(ENV_FILE, withSetting(readIfThere(ENV_FILE) ?? '', 'NEO4J_PASSWORD', password), 0o600);
  await compose(['up', '--detach', '--wait', SERVICE], {
    NEO4J_PASSWORD: password,
    HUELLA_NEO4J_BOLT_PORT: String(boltPort),
    HUELLA_NEO4J_HTTP_PORT: String(httpPort),
    PORT: String(servicePort),
  });
  return { uri: `bolt://127.0.0.1:${boltPort}`, httpUrl: `http://127.0.0.1:${httpPort}`, user: 'neo4j', password };
}

/** Stops the container and keeps its data. */
export async function composeStop() {
  await compose(['stop', SERVICE]);
}

/** Removes the containers and the data of docker-compose.yml. */
export async function composeDown() {
  await compose(['down', '--volumes']);
}

/**
 * The text of an .env file with one more setting, if it has no value for it yet.
 * @param {string} text
 * @param {string} name
 * @param {string} value
 * @returns {string}
 */
export function withSetting(text, name, value) {
  if (parseEnv(text)[name]) return text;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${name}=${value}\n`;
}

/**
 * The port of this machine that compose has published a port of the running container on; undefined when none runs.
 * @param {number} port
 * @returns {Promise<number | undefined>}
 */
async function publishedPort(port) {
  const found = await run('docker', ['compose', 'port', SERVICE, String(port)], { cwd: ROOT });
  const match = found.code === 0 ? /:(\d+)\s*$/.exec(found.stdout) : null;
  return match ? Number(match[1]) : undefined;
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env compose reads the password of .env by itself; the ports only come from here
 */
async function compose(args, env = {}) {
  const outcome = await run('docker', ['compose', ...args], { cwd: ROOT, env: { ...process.env, ...env } });
  if (outcome.code !== 0) throw new Failure(`docker compose ${args[0]} failed.\n${tail(outcome.output)}`);
}
