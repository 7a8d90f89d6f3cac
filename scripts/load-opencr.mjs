/** npm run demo:opencr: loads OpenCR's 5,000 patients into the demo that runs. */
import { loadOpencr } from './lib/demo.mjs';
import { Failure } from './lib/failure.mjs';
import { liveInstance } from './lib/instance.mjs';
import { main } from './lib/main.mjs';
import { keptAddress } from './neo4j/database.mjs';

await main(async () => {
  const address = keptAddress();
  if (!liveInstance()?.url || !address?.uri) {
    throw new Failure('The demo does not run. Run npm start in another terminal, and this again when it is ready.');
  }
  await loadOpencr(address);
});
