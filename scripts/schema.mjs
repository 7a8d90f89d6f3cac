/**
 * npm run schema: writes schema.graphql from the code. With --check it only compares, and fails on a difference.
 */
import { join } from 'node:path';
import { readIfThere, writeWhole } from './lib/files.mjs';
import { Failure } from './lib/failure.mjs';
import { main } from './lib/main.mjs';
import { ROOT } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { createProgress } from './lib/progress.mjs';
import { run, tail } from './lib/run.mjs';

const FILE = join(ROOT, 'schema.graphql');

await main(async () => {
  const progress = createProgress(process.stderr);
  await prepare(progress);
  progress.stop();
  const printed = await run(process.execPath, [join(ROOT, 'dist', 'schema.js')], { cwd: ROOT });
  if (printed.code !== 0) throw new Failure(`The schema could not be printed.\n${tail(printed.output)}`);
  if (!process.argv.includes('--check')) return writeWhole(FILE, printed.stdout);
  if (printed.stdout === readIfThere(FILE)) return;
  throw new Failure('schema.graphql is not what the code says: run npm run schema and look at the difference.');
});
