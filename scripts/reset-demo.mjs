/** npm run demo:reset: stops everything and deletes the data that `npm start` made. Never touches a Neo4j of yours. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './lib/failure.mjs';
import { main } from './lib/main.mjs';
import { STATE } from './lib/paths.mjs';
import { stopEverything } from './lib/stop.mjs';
import { deleteDatabase } from './neo4j/database.mjs';

await main(async () => {
  if (process.env.NEO4J_URI)
    throw new Failure('NEO4J_URI is set: that database is yours, and huella deletes nothing in it.');
  await stopEverything();
  await deleteDatabase();
  // Loads that were interrupted would go on where a database that is gone had stopped.
  for (const name of ['demo.json', 'jobs']) rmSync(join(STATE, name), { recursive: true, force: true });
  console.log('The data of npm start are deleted. npm start begins with an empty database and loads the demo again.');
});
