/** npm stop: stops the service and its local Neo4j, also when the `npm start` that ran them is gone. */
import { main } from './lib/main.mjs';
import { stopEverything } from './lib/stop.mjs';

await main(async () => {
  console.log((await stopEverything()) ? 'Stopped.' : 'Nothing was running.');
});
