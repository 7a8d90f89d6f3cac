/**
 * What a large customer costs everybody else: the delay of the service's event loop under a steady load of small requests,
 * without and with a client that keeps asking about a customer of 5,000 records, splits, unmerges and merges it.
 *
 *   npm run bench -- large-customer [--records 5000] [--rounds 5] [--seconds 15]
 *
 * The two are measured in turns, in one run and after a warm-up; reported is the median of the rounds.
 */
import { parseArgs } from 'node:util';
import { backgroundLoad } from './background.mjs';
import { recordsOf } from './records.mjs';
import { Service } from './service.mjs';
import { oneRound } from './steward.mjs';

const RECORDS_PER_MUTATION = 250;
const UPSERT = `mutation ($input: UpsertRecordsInput!) {
  upsertRecords(input: $input) { results { customer { id size } } userErrors { message } } }`;
const EVENTS = `query ($id: ID!) { customerHistory(id: $id, first: 100) { nodes { id kind } } }`;

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '15' },
  },
});
const [records, rounds, seconds] = [Number(values.records), Number(values.rounds), Number(values.seconds)];
const run = `b${Date.now().toString(36)}`;

const service = await Service.start();
try {
  const large = await make();
  await oneRound(service, large);
  await backgroundLoad(service, `${run}-warm`, seconds / 2);
  const results = [];
  for (let round = 1; round <= rounds; round += 1) {
    const calm = await service.delayDuring(() => backgroundLoad(service, `${run}-${round}a`, seconds));
    const { delay, done } = await withSteward(large, `${run}-${round}b`);
    results.push(delay.p99 / Math.max(calm.p99, 1));
    console.log(`round ${round}: ${said(calm)} without, ${said(delay)} with, ratio ${ratio(results.at(-1))} (${done})`);
  }
  console.log(
    `\na customer of ${records} records, asked about, split and unmerged all the time: p99 delay of the event loop ` +
      `${ratio(median(results))} times that without (median of ${rounds})`,
  );
} finally {
  await service.stop();
}

/** Makes the customer. @returns {Promise<import('./steward.mjs').Large>} */
async function make() {
  const { left, right, tie } = recordsOf(`${run}-large`, records);
  const all = [...left, ...right];
  for (let at = 0; at < all.length; at += RECORDS_PER_MUTATION) await upsert(all.slice(at, at + RECORDS_PER_MUTATION));
  const { id, size } = await upsert([tie]);
  if (size !== records) throw new Error(`the customer has ${size} records, not ${records}`);
  const { nodes } = (await service.ask(EVENTS, { id })).customerHistory;
  const merge = nodes.filter((/** @type {any} */ each) => each.kind === 'MERGED')[0].id;
  return { id, merge, records: all.map(({ source, recordId }) => ({ source, recordId })) };
}

/** The customer of the last record. @param {object[]} records @returns {Promise<{ id: string, size: number }>} */
async function upsert(records) {
  return (await service.ask(UPSERT, { input: { records } })).upsertRecords.results.at(-1).customer;
}

/** @param {import('./steward.mjs').Large} large @param {string} source */
async function withSteward(large, source) {
  /** @type {Record<string, number>[]} */
  const done = [];
  const delay = await service.delayDuring(async () => {
    let isOver = false;
    const steward = (async () => {
      while (!isOver) done.push(await oneRound(service, large));
    })();
    // Looked at below; until then a failure must not end the process.
    steward.catch(() => undefined);
    await backgroundLoad(service, source, seconds);
    isOver = true;
    await steward;
  });
  const names = Object.keys(done[0] ?? {});
  const took = names.map((name) => `${name} ${median(done.map((each) => each[name] ?? 0)).toFixed(2)} s`);
  return { delay, done: took.join(', ') };
}

/** @param {import('./service.mjs').Delay} delay */
function said({ p50, p99, longest, work }) {
  return `p99 ${p99} ms (median ${p50}, longest ${longest}; own work ${work})`;
}

/** @param {number | undefined} value */
function ratio(value = 0) {
  return value.toFixed(2);
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
