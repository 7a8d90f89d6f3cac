/**
 * Throughput of the write path against the raw ceiling of the same database in the same run.
 *
 *   npm run bench -- [--records 100000] [--rounds 3] [--seed 1]
 *
 * Each round measures the ceiling, then `huella load` of as many generated records, then the ceiling again; the ratio
 * takes the mean of the two ceilings around it. Reported is the median of the rounds. Absolute figures say little: they
 * are of this machine at this moment.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Graph } from '../../dist/graph/graph.js';
import { migrate } from '../../dist/graph/migrator.js';
import { generate } from '../generator/generate.mjs';
import { measureCeiling } from './ceiling.mjs';
import { measureLoad } from './load.mjs';

/** Records of each measurement of the ceiling; enough for its steady state. */
const CEILING_RECORDS = 20_000;
const WARM_UP_RECORDS = 20_000;

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});
const [records, rounds, seed] = [Number(values.records), Number(values.rounds), Number(values.seed)];

const { NEO4J_URI: uri = '', NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
const graph = new Graph({ uri, user, password });
const folder = mkdtempSync(join(tmpdir(), 'huella-bench-'));
try {
  await migrate(graph);
  await warmUp();
  const results = [];
  for (let round = 1; round <= rounds; round += 1) {
    results.push(await measureRound(round));
    console.log(describe(`round ${round}`, /** @type {Round} */ (results.at(-1))));
  }
  const ratios = results.map((each) => each.ratio).sort((a, b) => a - b);
  const memory = results.map((each) => each.memory.growth).sort((a, b) => a - b);
  const median = (/** @type {number[]} */ sorted) => sorted[Math.floor(sorted.length / 2)] ?? 0;
  console.log(
    `\nload of ${records} records: ${median(ratios).toFixed(2)} of the raw ceiling (median of ${rounds}); ` +
      `memory at the end ${median(memory).toFixed(2)} times that after the first tenth`,
  );
} finally {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @typedef {object} Round
 * @property {number} ceiling records a second
 * @property {number} load records a second
 * @property {number} ratio
 * @property {{ early: number, late: number, growth: number }} memory in megabytes
 */

async function warmUp() {
  await measureCeiling(graph, take(CEILING_RECORDS, seed), 'warm');
  await measureLoad(fileOf(WARM_UP_RECORDS, seed + 1_000, 'warm'));
}

/** @param {number} round @returns {Promise<Round>} */
async function measureRound(round) {
  const sample = take(CEILING_RECORDS, seed + round);
  const before = await measureCeiling(graph, sample, `${round}a`);
  const loaded = await measureLoad(fileOf(records, seed + round, `r${round}`));
  const after = await measureCeiling(graph, sample, `${round}b`);
  const [ceiling, load] = [(before + after) / 2, records / loaded.seconds];
  return { ceiling, load, ratio: load / ceiling, memory: memoryOf(loaded.residentMegabytes) };
}

/** @param {number[]} samples */
function memoryOf(samples) {
  const mean = (/** @type {number[]} */ part) => part.reduce((sum, each) => sum + each, 0) / Math.max(part.length, 1);
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  const early = mean(samples.slice(tenth, 2 * tenth));
  const late = mean(samples.slice(-tenth));
  return { early, late, growth: early > 0 ? late / early : 0 };
}

/** @param {number} count @param {number} from @returns {any[]} */
function take(count, from) {
  return [...generate({ records: count, seed: from })].map((each) => each.record);
}

/** A file of records whose sources are this round's own. @param {number} count @param {number} from @param {string} round */
function fileOf(count, from, round) {
  const file = join(folder, `${round}.ndjson`);
  const lines = take(count, from).map((each) => JSON.stringify({ ...each, source: `${each.source}-${round}` }));
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** @param {string} name @param {Round} round */
function describe(name, { ceiling, load, ratio, memory }) {
  const figures = [`ceiling ${ceiling.toFixed(0)}/s`, `load ${load.toFixed(0)}/s`, `ratio ${ratio.toFixed(2)}`];
  return `${name}: ${figures.join(', ')}, memory ${memory.early.toFixed(0)} -> ${memory.late.toFixed(0)} MB`;
}
