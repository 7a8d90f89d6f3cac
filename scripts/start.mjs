/** npm start: from whatever there is to a running service with its Neo4j; see HELP. */
import { parseArgs } from 'node:util';
import { hasDemo, loadDemo, wantsDemo } from './lib/demo.mjs';
import { Failure } from './lib/failure.mjs';
import { forgetInstance, liveInstance, recordInstance } from './lib/instance.mjs';
import { main } from './lib/main.mjs';
import { prepare } from './lib/prepare.mjs';
import { createProgress } from './lib/progress.mjs';
import { endRunning } from './lib/run.mjs';
import { chooseListening, startService, stopService, untilServing } from './lib/service.mjs';
import { onSignals } from './lib/signals.mjs';
import { stopLeftService } from './lib/stop.mjs';
import { welcome } from './lib/welcome.mjs';
import { startDatabase, stopLeftDatabase } from './neo4j/database.mjs';

const HELP = `npm start [-- options]

Installs the dependencies, builds, gets a Neo4j, loads the demo into it if huella set it up and it is empty, and serves.

  --no-demo   leave the database empty (as HUELLA_DEMO=off does)
  --help      this text

Environment
  HOST, PORT                                where to serve (127.0.0.1, 3000 or the next free port)
  NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD     a Neo4j 5 of your own; nothing is loaded into it
  HUELLA_NEO4J=docker|local                 otherwise: Docker if an engine answers, else a local one from Maven artifacts
  HUELLA_NEO4J_HEAP, HUELLA_NEO4J_PAGECACHE memory of the local one (1g, 512m)
  LOG_LEVEL                                 warn unless set; info says each request

npm stop            stops what is left after a crash
npm run demo:reset  stops and deletes the data that npm start made`;

/** Something that was interrupted gets this long to clean up after itself. */
const SETTLE_MILLISECONDS = 3000;
/** Aborted with the signal when the user wants to stop, with the error when something failed. */
const ASKED = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const stopping = new AbortController();
const progress = createProgress(process.stderr);
/** @type {(() => Promise<unknown>)[]} in the order of starting */
const started = [];

/** @param {boolean} demoWanted */
async function start(demoWanted) {
  const other = liveInstance();
  if (other)
    throw new Failure(
      `huella already runs here (process ${other.process.pid})${other.url ? ` at ${other.url}` : ''}. npm stop stops it.`,
    );
  if (await stopLeftService()) progress.line('  Stopped the service that an earlier start had left behind.');
  recordInstance();
  started.push(async () => forgetInstance());
  const { database, listening } = await prepareAll();
  const service = startService(listening, database.address);
  started.push(() => stopService(service.process));
  recordInstance({ service: service.process, url: service.url });
  progress.update('Service', 'starting');
  await untilServing(service);
  progress.done('Service', service.url);
  if (demoWanted) await offerDemo(database);
  progress.stop();
  const state = { url: service.url, address: database.address, demo: database.owned && hasDemo() };
  console.log(`\n${welcome({ ...state, showPassword: process.stdout.isTTY })}`);
  await untilEnd(service, database);
}

/** Dependencies, build and Neo4j at once: each takes its time on a first start. */
async function prepareAll() {
  const listening = await chooseListening(process.env);
  if (listening.moved) progress.line(`  Port 3000 is taken; serving on ${listening.port}.`);
  if (!process.env.NEO4J_URI) started.push(stopLeftDatabase);
  const onProgress = (/** @type {string} */ text) => progress.update('Neo4j', text);
  const database = startDatabase({ env: process.env, onProgress, signal: stopping.signal, listening }).then((found) => {
    progress.done('Neo4j', found.address.uri);
    return found;
  });
  const [found] = await allOrNone([database, prepare(progress)]);
  return { database: found, listening };
}

/**
 * Waits for all, also when one fails: then the others are told to stop, and have cleaned up when this throws.
 * @template A, B
 * @param {[Promise<A>, Promise<B>]} tasks
 * @returns {Promise<[A, B]>}
 */
async function allOrNone(tasks) {
  for (const task of tasks) {
    task.catch((error) => {
      stopping.abort(error);
      endRunning();
    });
  }
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
}

/** @param {import('./neo4j/database.mjs').Database} database */
async function offerDemo(database) {
  if (!(await wantsDemo(database))) return;
  progress.update('Demo', 'loading');
  await loadDemo(database.address);
  progress.done('Demo', 'loaded three sources of Senzing’s truth set');
}

/**
 * @param {import('./lib/service.mjs').Service} service
 * @param {import('./neo4j/database.mjs').Database} database
 */
async function untilEnd(service, database) {
  const databaseEnded = new Promise((_, reject) => {
    database.watch((why) =>
      reject(new Failure(`${why}\nThe service cannot answer without it and stops. npm start starts both again.`)),
    );
  });
  const code = await Promise.race([service.ended, databaseEnded]);
  throw new Failure(`The service has ended (exit code ${code}).`);
}

/** @returns {Promise<never>} */
function stopRequest() {
  return new Promise((_, reject) => stopping.signal.addEventListener('abort', () => reject(stopping.signal.reason)));
}

/** Stops what was started, the last first, and lets what is under way see that it is over. */
async function stopAll(/** @type {Promise<unknown>} */ work) {
  progress.stop();
  endRunning();
  for (const stop of started.reverse()) {
    try {
      await stop();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
  await Promise.race([work.catch(() => {}), new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS))]);
}

/** @param {boolean} demoWanted */
async function serve(demoWanted) {
  const work = start(demoWanted);
  try {
    await Promise.race([work, stopRequest()]);
  } catch (error) {
    if (!ASKED.includes(stopping.signal.reason)) throw error;
    console.error('\nStopping.');
  } finally {
    await stopAll(work);
  }
}

const { values } = parseArgs({ options: { 'no-demo': { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) console.log(HELP);
else {
  onSignals({
    onStop: (signal) => stopping.abort(signal),
    onInsist: () => console.error('Still stopping: Neo4j writes its last pages.'),
  });
  await main(() => serve(!values['no-demo'] && process.env.HUELLA_DEMO !== 'off'));
  process.exit();
}
