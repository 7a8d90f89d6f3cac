import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { readJson, writeJson } from './files.mjs';
import { ROOT, STATE } from './paths.mjs';
import { run, runVisibly, tail } from './run.mjs';
import { query } from '../neo4j/http.mjs';

const MARK = join(STATE, 'demo.json');
const SENZING = ['customers', 'reference', 'watchlist'].map((name) => `demo/senzing/${name}.jsonl`);
const OPENCR = 'demo/opencr/uganda_data_v21_20201501.csv';
/** Exit codes of `huella load`: all taken; some rejected. */
const TAKEN = [0, 2];

/** @typedef {import('../neo4j/database.mjs').Address} Address */

/**
 * Whether the demo belongs into the database: one that huella set up, and that holds no records, or only what an
 * interrupted load of the demo has left (loading it again changes nothing that is there already).
 * @param {{ owned: boolean, address: Address }} database
 * @returns {Promise<boolean>}
 */
export async function wantsDemo({ owned, address }) {
  if (!owned || address.httpUrl === undefined) return false;
  if (readJson(MARK)?.state === 'loading') return true;
  const { httpUrl, user, password } = address;
  const rows = await query({ httpUrl, user, password }, 'MATCH (record:SourceRecord) RETURN 1 LIMIT 1');
  return rows.length === 0;
}

/** @returns {boolean} whether the demo was loaded */
export const hasDemo = () => readJson(MARK)?.state === 'loaded';

/**
 * Loads the demo: the three sources of Senzing's truth set.
 * @param {Address} address
 */
export async function loadDemo(address) {
  writeJson(MARK, { state: 'loading' });
  await load(address, ['--mapping', 'mappings/senzing.yaml', ...SENZING]);
  writeJson(MARK, { state: 'loaded' });
}

/**
 * Loads the 5,000 records of OpenCR, with the command line's own progress bar.
 * @param {Address} address
 * @returns {Promise<void>}
 */
export async function loadOpencr(address) {
  const [command, args] = loadCommand(['--mapping', 'mappings/opencr.yaml', OPENCR]);
  const code = await runVisibly(command, args, { cwd: ROOT, env: environmentOf(address) });
  if (!TAKEN.includes(code)) throw new Failure('The records could not be loaded; the command line said why above.');
}

/**
 * @param {Address} address
 * @param {string[]} args of `huella load`
 * @throws {Failure} with what it said
 */
async function load(address, args) {
  const [command, all] = loadCommand(args);
  const outcome = await run(command, all, { cwd: ROOT, env: environmentOf(address) });
  if (!TAKEN.includes(outcome.code)) throw new Failure(`The demo could not be loaded.\n${tail(outcome.output)}`);
}

/** @param {string[]} args @returns {[string, string[]]} */
const loadCommand = (args) => [process.execPath, [join(ROOT, 'bin', 'huella.js'), 'load', ...args]];

/** @param {Address} address @returns {NodeJS.ProcessEnv} */
const environmentOf = ({ uri, user, password }) => ({
  ...process.env,
  NEO4J_URI: uri,
  NEO4J_USER: user,
  NEO4J_PASSWORD: password,
});
