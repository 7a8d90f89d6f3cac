/** What others do meanwhile: small upserts and lookups at a steady rate, whether or not earlier ones were answered. */
import { performance } from 'node:perf_hooks';

const UPSERTS_A_SECOND = 10;
const LOOKUPS_A_SECOND = 40;
/** Turns of the clock of the load. */
const TICK_MILLISECONDS = 25;

const UPSERT = `mutation ($input: UpsertRecordsInput!) {
  upsertRecords(input: $input) { results { outcome customer { id } } userErrors { message } } }`;
const LOOK_UP = `query ($identifier: IdentifierInput!) {
  customerByIdentifier(identifier: $identifier) { id size displayName records(first: 5) { nodes { source recordId } } } }`;

/**
 * Runs the load for so many seconds. Throws what a request threw.
 * @param {import('./service.mjs').Service} service @param {string} source @param {number} seconds
 */
export async function backgroundLoad(service, source, seconds) {
  /** @type {Promise<unknown>[]} */
  const asked = [];
  let [upserts, lookups] = [0, 0];
  const startedAt = performance.now();
  await new Promise((/** @type {(value?: undefined) => void} */ done) => {
    const ticking = setInterval(() => {
      const elapsed = Math.min((performance.now() - startedAt) / 1_000, seconds);
      for (; upserts < elapsed * UPSERTS_A_SECOND; upserts += 1) asked.push(upsert(service, source, upserts));
      for (; lookups < elapsed * LOOKUPS_A_SECOND; lookups += 1)
        asked.push(lookUp(service, source, lookups % Math.max(upserts, 1)));
      if (elapsed < seconds) return;
      clearInterval(ticking);
      done();
    }, TICK_MILLISECONDS);
  });
  await Promise.all(asked);
}

/** A person of two records. @param {import('./service.mjs').Service} service @param {string} source @param {number} number */
function upsert(service, source, number) {
  const records = ['web', 'shop'].map((channel) => ({
    ...{ source, recordId: `${channel}-${number}`, attributes: { fullName: 'Luis Pérez', segment: 'A' } },
    identifiers: [
      identifier(source, number),
      { type: 'EXTERNAL_ID', namespace: source, value: `${channel}-${number}` },
    ],
  }));
  return service.ask(UPSERT, { input: { records } });
}

/** @param {import('./service.mjs').Service} service @param {string} source @param {number} number */
function lookUp(service, source, number) {
  return service.ask(LOOK_UP, { identifier: identifier(source, number) });
}

/** @param {string} source @param {number} number */
function identifier(source, number) {
  return { type: 'EMAIL', value: `luis.${source}.${number}@correo.mx` };
}
