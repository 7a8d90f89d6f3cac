import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { readJson, writeJson } from './files.mjs';
import { ROOT, STATE } from './paths.mjs';
import { run, tail } from './run.mjs';
import { query } from '../neo4j/http.mjs';

const MARK = join(STATE, 'demo.json');
const SENZING = ['customers', 'reference', 'watchlist'].map((name) => `demo/senzing/${name}.jsonl`);
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
 * Loads the 5,000 records of OpenCR.
 * @param {Address} address
 * @returns {Promise<string>} what the command line said at its end
 */
export async function loadOpencr(address) {
  return load(address, ['--mapping', 'mappings/opencr.yaml', 'demo/opencr/uganda_data_v21_20201501.csv']);
}

/**
 * @param {Address} address
 * @param {string[]} args of `huella load`
 * @returns {Promise<string>}
 * @throws {Failure} with what it said
 */
async function load({ uri, user, password }, args) {
  const env = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NO_COLOR: '1' };
  const command = [join(ROOT, 'bin', 'huella.js'), 'load', ...args];
  const outcome = await run(process.execPath, command, { cwd: ROOT, env });
  if (!TAKEN.includes(outcome.code)) throw new Failure(`The demo could not be loaded.\n${tail(outcome.output)}`);
  return tail(outcome.output);
}
