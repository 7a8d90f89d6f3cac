/**
 * npm run bench [-- PART --records N --rounds R]: installs, builds, gets an empty Neo4j, measures, stops what it started.
 * Without a part and options every one is measured; options without a part are those of throughput.
 */
import { join } from 'node:path';
import { main } from './lib/main.mjs';
import { ROOT } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { createProgress } from './lib/progress.mjs';
import { endRunning, runVisibly } from './lib/run.mjs';
import { startTestNeo4j } from './neo4j/testing.mjs';

/** The demo's own memory settings: what a newcomer has. */
const MEMORY = { HUELLA_NEO4J_HEAP: '1g', HUELLA_NEO4J_PAGECACHE: '512m' };

/** Folders of bench/ with a run.mjs, in their order. */
const PARTS = ['throughput', 'timeline', 'large-customer'];

const [first = '', ...others] = process.argv.slice(2);
const parts = PARTS.includes(first) ? [first] : first === '' ? PARTS : ['throughput'];
const args = PARTS.includes(first) ? others : process.argv.slice(2);
const progress = createProgress(process.stderr);
const stopping = new AbortController();
/** @type {(() => Promise<void>)[]} */
const cleanUp = [];
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stopping.abort());
stopping.signal.addEventListener('abort', endRunning);

await main(async () => {
  try {
    await prepare(progress);
    for (const part of parts) await measure(part);
  } finally {
    progress.stop();
    for (const step of cleanUp) await step();
  }
});
process.exit();

/** Each part has an empty database of its own: what one leaves behind would weigh on the next. @param {string} part */
async function measure(part) {
  const onProgress = (/** @type {string} */ text) => progress.update('Neo4j', text);
  const { uri, user, password } = await startTestNeo4j({ ...MEMORY, ...process.env }, onProgress, (stop) =>
    cleanUp.push(stop),
  );
  progress.done('Neo4j', uri);
  const env = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const options = { cwd: ROOT, env, signal: stopping.signal };
  const code = await runVisibly(process.execPath, [join(ROOT, 'bench', part, 'run.mjs'), ...args], options);
  process.exitCode ||= code;
  for (const stop of cleanUp.splice(0)) await stop();
}
