import { stopLeftDatabase } from '../neo4j/database.mjs';
import { STOP_SECONDS } from '../neo4j/server.mjs';
import { sweepTestServers } from '../neo4j/testing.mjs';
import { Failure } from './failure.mjs';
import { end, isAlive } from './identity.mjs';
import { forgetInstance, lastInstance, liveInstance } from './instance.mjs';
import { stopService } from './service.mjs';

/** A start that stops has the service and the database to wait for. */
const START_STOPS_SECONDS = STOP_SECONDS + 30;

/**
 * Stops an `npm start` of this project, or what one that was killed has left.
 * @returns {Promise<boolean>} whether anything ran
 * @throws {Failure} when something would not stop
 */
export async function stopEverything() {
  const live = liveInstance();
  if (live) await end(live.process, START_STOPS_SECONDS);
  const hadService = await stopLeftService();
  const hadDatabase = await stopLeftDatabase();
  const hadTests = sweepTestServers();
  forgetInstance();
  return live !== undefined || hadService || hadDatabase || hadTests;
}

/**
 * Stops the service that an `npm start` has left behind when it was killed. Its database is of use to the next one.
 * @returns {Promise<boolean>} whether it ran
 * @throws {Failure} when it would not stop
 */
export async function stopLeftService() {
  const service = lastInstance()?.service;
  const outcome = await stopService(service);
  if (isAlive(service)) throw new Failure(`The service (process ${service?.pid}) does not stop.`);
  return outcome !== 'was not running';
}
