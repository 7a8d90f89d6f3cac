import { Failure } from '../lib/failure.mjs';

/** @typedef {{ heap: string, pageCache: string }} Memory sizes as Neo4j writes them: 512m, 1g */
/** @typedef {{ boltPort: number, httpPort: number }} Ports */

/** Where the service listens unless told otherwise; the guides of Neo4j Browser come from it. */
export const SERVICE_URL = 'http://127.0.0.1:3000';

/**
 * The memory of a local server: HUELLA_NEO4J_HEAP and HUELLA_NEO4J_PAGECACHE, or what the caller prefers.
 * @param {Record<string, string | undefined>} env
 * @param {Memory} preferred
 * @returns {Memory}
 * @throws {Failure} naming the variable whose value is not a size
 */
export function memoryFrom(env, preferred) {
  return {
    heap: size('HUELLA_NEO4J_HEAP', env, preferred.heap),
    pageCache: size('HUELLA_NEO4J_PAGECACHE', env, preferred.pageCache),
  };
}

/**
 * @param {string} name
 * @param {Record<string, string | undefined>} env
 * @param {string} preferred
 */
function size(name, env, preferred) {
  const value = env[name] || preferred;
  if (!/^[1-9]\d{0,5}[kmg]$/i.test(value)) throw new Failure(`${name} must be a size such as 512m or 2g.`);
  return value.toLowerCase();
}

/**
 * The configuration of one server.
 * @param {string} template
 * @param {{ folder: string, serviceUrl: string } & Ports & Memory} settings folder: where its data, logs and configuration
 *   live; serviceUrl: where its Browser finds the guides
 * @returns {string}
 * @throws when a placeholder of the template has no value
 */
export function renderConfig(template, { folder, serviceUrl, boltPort, httpPort, heap, pageCache }) {
  const ports = { BOLT: String(boltPort), HTTP: String(httpPort) };
  /** @type {Record<string, string>} */
  const values = { RUN: folder, SERVICE: serviceUrl, ...ports, HEAP: heap, PAGECACHE: pageCache };
  return template.replace(/@([A-Z]+)@/g, (whole, name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`neo4j.conf has a placeholder without a value: ${whole}`);
    return value;
  });
}

/**
 * The JVM options of a configuration, in order: what the bootloader of Neo4j itself would pass.
 * @param {string} config
 * @returns {string[]}
 */
export function jvmOptions(config) {
  return config
    .split('\n')
    .filter((line) => line.startsWith('server.jvm.additional='))
    .map((line) => line.slice('server.jvm.additional='.length).trim());
}

/**
 * The arguments of the java command that is the server.
 * @param {{ home: string, confFolder: string, config: string } & Memory} server
 * @returns {string[]}
 */
export function serverArguments({ home, confFolder, config, heap }) {
  return [
    ...['-cp', `${confFolder}/*:${home}/lib/*`],
    ...jvmOptions(config),
    ...['-Dfile.encoding=UTF-8', `-Xms${heap}`, `-Xmx${heap}`],
    ...['org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`, `--config-dir=${confFolder}`, '--console-mode'],
  ];
}
