/**
 * npm run check: every quality gate that needs no database, two at a time. Prints a line each, what a failed one said,
 * and fails when one did. `npm run check -- eslint tsc` runs only those.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './lib/failure.mjs';
import { main } from './lib/main.mjs';
import { inParallel } from './lib/parallel.mjs';
import { ROOT } from './lib/paths.mjs';
import { prepareDependencies } from './lib/prepare.mjs';
import { createProgress } from './lib/progress.mjs';
import { run, tail } from './lib/run.mjs';

/** ESLint and tsc each hold the whole program in memory: more at once gains nothing on a small machine. */
const AT_ONCE = 2;
const OUTPUT_LINES = 400;

/** @typedef {{ name: string, args: string[] }} Gate args: for node */
/** @type {Gate[]} the slowest first */
const GATES = [
  { name: 'eslint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'] },
  { name: 'tsc', args: [bin('typescript/bin/tsc'), '--noEmit', '--pretty', 'false'] },
  {
    name: 'tsc-scripts',
    args: [bin('typescript/bin/tsc'), '--noEmit', '--pretty', 'false', '-p', 'tsconfig.scripts.json'],
  },
  { name: 'prettier', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'schema', args: [join(ROOT, 'scripts', 'schema.mjs'), '--check'] },
  {
    name: 'dependency-cruiser',
    args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), ...folders(), '--no-progress'],
  },
  { name: 'knip', args: [bin('knip/bin/knip.js'), '--no-progress'] },
];

/** @param {string} path */
function bin(path) {
  return join(ROOT, 'node_modules', ...path.split('/'));
}

/** Only those that there are: dependency-cruiser refuses a folder that does not exist. */
function folders() {
  return ['src', 'test', 'bench', 'scripts', 'bin'].filter((name) => existsSync(join(ROOT, name)));
}

await main(async () => {
  const progress = createProgress(process.stderr);
  await prepareDependencies(progress);
  progress.stop();
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !GATES.some((gate) => gate.name === name));
  if (unknown.length > 0)
    throw new Failure(`No such check: ${unknown.join(', ')}. There are: ${GATES.map((g) => g.name).join(', ')}.`);
  const gates = GATES.filter((gate) => wanted.length === 0 || wanted.includes(gate.name));
  const passed = await inParallel(gates, AT_ONCE, runGate);
  const failed = gates.filter((_, index) => !passed[index]);
  if (failed.length > 0) throw new Failure(`Failed: ${failed.map((gate) => gate.name).join(', ')}`);
  console.log('All checks passed.');
});

/** @param {Gate} gate @returns {Promise<boolean>} whether it passed */
async function runGate({ name, args }) {
  const startedAt = Date.now();
  const { code, output } = await run(process.execPath, args, { cwd: ROOT });
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(tail(output, OUTPUT_LINES));
  return code === 0;
}
