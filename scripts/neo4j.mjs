/**
 * A Neo4j for a developer, beside the one of `npm start`.
 *
 *   node scripts/neo4j.mjs start|stop|status --folder DIR [--bolt PORT] [--http PORT] [--service URL]
 *
 * The Browser opens the guides of the service at URL (http://127.0.0.1:3000).
 * The password is HUELLA_DEV_NEO4J_PASSWORD (8 characters or more), asked for at the first start only.
 */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { Failure } from './lib/failure.mjs';
import { main } from './lib/main.mjs';
import { createProgress } from './lib/progress.mjs';
import { memoryFrom } from './neo4j/config.mjs';
import { provision } from './neo4j/provision.mjs';
import { runningIn, startServer, stopServer } from './neo4j/server.mjs';

const USAGE =
  'usage: node scripts/neo4j.mjs start|stop|status --folder DIR [--bolt PORT] [--http PORT] [--service URL]';

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string' },
      bolt: { type: 'string' },
      http: { type: 'string' },
      service: { type: 'string' },
    },
  });
  if (!values.folder) throw new Failure(USAGE);
  const folder = resolve(values.folder);
  switch (positionals[0]) {
    case 'start':
      return start(
        folder,
        { boltPort: Number(values.bolt ?? 7787), httpPort: Number(values.http ?? 7784) },
        values.service,
      );
    case 'stop':
      return console.log(await stopServer(folder));
    case 'status':
      return console.log(runningIn(folder) ?? 'not running');
    default:
      throw new Failure(USAGE);
  }
});

/**
 * @param {string} folder
 * @param {import('./neo4j/config.mjs').Ports} ports
 * @param {string | undefined} serviceUrl
 */
async function start(folder, ports, serviceUrl) {
  const password = process.env.HUELLA_DEV_NEO4J_PASSWORD;
  if (!password) throw new Failure('Set HUELLA_DEV_NEO4J_PASSWORD.');
  const progress = createProgress(process.stderr);
  const home = await provision((text) => progress.update('Neo4j', text));
  const memory = memoryFrom(process.env, { heap: '1g', pageCache: '512m' });
  const plan = { folder, home, password, ports, memory, serviceUrl };
  const server = await startServer(plan, (text) => progress.update('Neo4j', text));
  progress.done('Neo4j', `bolt://127.0.0.1:${server.boltPort}, Browser http://127.0.0.1:${server.httpPort}/browser/`);
  progress.stop();
}
