/**
 * What questions about a customer cost against the number of its interactions, as ratios to the customer with fewest.
 *
 *   npm run bench -- timeline [--sizes 10,1000,100000] [--rounds 200]
 *
 * Reported is the median of the rounds, after as many to warm up. Absolute figures say little: they are of this machine.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { DEVELOPER } from '../../dist/auth/principal.js';
import { Graph } from '../../dist/graph/graph.js';
import { migrate } from '../../dist/graph/migrator.js';
import { statementOf } from '../../dist/graph/statement.js';
import { InteractionsRepository } from '../../dist/interactions/interactions.repository.js';
import { DEFAULT_JOURNEY_RULES } from '../../dist/interactions/journey/rules.js';
import { TimelineService } from '../../dist/interactions/timeline.service.js';
import { systemClock } from '../../dist/kernel/clock.js';

const PAGE = 50;
/** Interactions written in one transaction. */
const CHUNK = 10_000;
/** One in so many is a purchase. */
const PURCHASE_EVERY = 100;

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10,1000,100000' }, rounds: { type: 'string', default: '200' } },
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);

const customer = statementOf(
  'bench/customer',
  "CREATE (:Customer {id: $id, status: 'LIVE'})<-[:RESOLVES_TO]-(:SourceRecord {key: 'bench|' + $id})",
  { access: 'write' },
);
const fill = statementOf(
  'bench/fill',
  `UNWIND range($from, $to) AS at
   CREATE (:Interaction {id: 'bench|' + $id + '-' + at, source: 'bench', interactionId: $id + '-' + at,
     subjectKey: 'record:bench|' + $id, type: CASE at % $every WHEN 0 THEN 'PURCHASE' ELSE 'VISIT' END,
     channel: 'WEB', direction: 'FROM_CUSTOMER', contentHash: '', itemIds: ['item-' + at % 10], itemQuantities: [1.0],
     occurredAt: datetime({epochMillis: 1700000000000 + at * 60000}), receivedAt: datetime()})`,
  { access: 'write' },
);

const { NEO4J_URI: uri = '', NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
const graph = new Graph({ uri, user, password });
const timelines = new TimelineService(new InteractionsRepository(graph), DEFAULT_JOURNEY_RULES, systemClock);

/** @type {Record<string, (id: string, size: number) => Promise<unknown>>} */
const QUESTIONS = {
  'newest page': (id) => timelines.page(DEVELOPER, id, { first: PAGE }),
  'page in the middle': (id, size) => {
    const at = 1_700_000_000_000 + (size / 2) * 60_000;
    const filter = { to: new Date(at).toISOString() };
    return timelines.page(DEVELOPER, id, { first: PAGE, filter });
  },
  'oldest page': (id) => timelines.page(DEVELOPER, id, { last: PAGE }),
  'newest of a type': (id) => timelines.page(DEVELOPER, id, { first: PAGE, filter: { types: ['PURCHASE'] } }),
  'first touch': (id) => timelines.firstTouch(DEVELOPER, id),
  'journey stage': (id) => timelines.stage(DEVELOPER, id),
  'items owned': (id) => timelines.itemsOwned(DEVELOPER, id, { first: PAGE }),
};

try {
  await migrate(graph);
  for (const size of sizes) await makeCustomer(`c${size}`, size);
  for (const [question, ask] of Object.entries(QUESTIONS)) {
    const medians = [];
    for (const size of sizes) medians.push(await medianOf(() => ask(`c${size}`, size)));
    const ratios = medians.map((each, at) => `${sizes[at]}: ${(each / (medians[0] ?? 1)).toFixed(2)}`);
    console.log(`${question.padEnd(20)} ${ratios.join('   ')}   (${(medians[0] ?? 0).toFixed(1)} ms)`);
  }
} finally {
  await graph.close();
}

/** @param {string} id @param {number} size */
async function makeCustomer(id, size) {
  await graph.write('bench.customer', (tx) => tx.run(customer, { id }));
  for (let from = 1; from <= size; from += CHUNK) {
    const to = Math.min(size, from + CHUNK - 1);
    await graph.write('bench.fill', (tx) => tx.run(fill, { id, from, to, every: PURCHASE_EVERY }));
  }
}

/** @param {() => Promise<unknown>} ask @returns {Promise<number>} milliseconds */
async function medianOf(ask) {
  for (let round = 0; round < rounds; round += 1) await ask();
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}
