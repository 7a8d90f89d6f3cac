/**
 * npm run bench [-- [throughput|timeline] --records N --rounds R]: installs, builds, gets an empty Neo4j, measures, stops what
 * it started.
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

const progress = createProgress(process.stderr);
const stopping = new AbortController();
/** @type {(() => Promise<void>)[]} */
const cleanUp = [];
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stopping.abort());
stopping.signal.addEventListener('abort', endRunning);

await main(async () => {
  try {
    await prepare(progress);
    const onProgress = (/** @type {string} */ text) => progress.update('Neo4j', text);
    const { uri, user, password } = await startTestNeo4j({ ...MEMORY, ...process.env }, onProgress, (stop) =>
      cleanUp.push(stop),
    );
    progress.done('Neo4j', uri);
    const env = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
    const [first = '', ...rest] = process.argv.slice(2);
    const [name, args] =
      first === 'timeline' || first === 'throughput' ? [first, rest] : ['throughput', process.argv.slice(2)];
    const bench = join(ROOT, 'bench', name, 'run.mjs');
    const options = { cwd: ROOT, env, signal: stopping.signal };
    process.exitCode = await runVisibly(process.execPath, [bench, ...args], options);
  } finally {
    progress.stop();
    for (const step of cleanUp) await step();
  }
});
process.exit();
