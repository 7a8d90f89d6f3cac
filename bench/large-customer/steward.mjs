/** A steward who keeps looking at one large customer, takes it apart and puts it together again. */
import { performance } from 'node:perf_hooks';

const GRAPH = `query ($id: ID!) { identityGraph(customerId: $id, limit: 2000) {
  truncated nodes { id kind label } edges { from to kind } } }`;
const EXPLAIN = `query ($left: RecordRef!, $right: RecordRef!) { explain(left: $left, right: $right) {
  sameCustomer links { left { record { recordId } } identifier { type display } right { record { recordId } } } } }`;
const BRIDGES = `query ($id: ID!) { bridges(customerId: $id) { total complete bridges { kind parts } } }`;
const CHANGES = `{ decision { id } changes { eventId kind customerId } userErrors { message } }`;
const SPLIT = `mutation ($input: SplitCustomerInput!) { splitCustomer(input: $input) ${CHANGES} }`;
const UNMERGE = `mutation ($input: UnmergeInput!) { unmerge(input: $input) ${CHANGES} }`;
const REVOKE = `mutation ($input: RevokeDecisionInput!) { revokeDecision(input: $input) ${CHANGES} }`;
const reason = 'bench';

/**
 * @typedef {object} Large
 * @property {string} id of the customer
 * @property {string} merge the event that made it one
 * @property {readonly { source: string, recordId: string }[]} records
 */

/**
 * Asks and does everything once, leaving the customer as it was. Returns the seconds of each, by name.
 * @param {import('./service.mjs').Service} service @param {Large} large
 */
export async function oneRound(service, large) {
  /** @type {Record<string, number>} */
  const seconds = {};
  const timed = async (/** @type {string} */ name, /** @type {Promise<any>} */ answer) => {
    const startedAt = performance.now();
    const data = Object.values(await answer)[0];
    seconds[name] = (performance.now() - startedAt) / 1_000;
    return data;
  };
  const { id, records } = large;
  const [left, right] = [records[0], records.at(-1)];
  const { nodes } = await timed('identityGraph', service.ask(GRAPH, { id }));
  const { links } = await timed('explain', service.ask(EXPLAIN, { left, right }));
  const { total } = await timed('bridges', service.ask(BRIDGES, { id }));
  if (!(nodes.length > 1_000 && links.length > 0 && total > 0)) throw new Error('the customer is not what was made');
  const split = await timed(
    'split',
    service.ask(SPLIT, { input: { customerId: id, records: leaving(records), reason } }),
  );
  const apart = eventOf(split, 'SPLIT');
  await timed('unmerge of the split', service.ask(UNMERGE, { input: { eventId: apart, reason } }));
  const parted = await timed('unmerge', service.ask(UNMERGE, { input: { eventId: large.merge, reason } }));
  const input = { decisionId: parted.decision.id, reason };
  large.merge = eventOf(await timed('merge back', service.ask(REVOKE, { input })), 'MERGED');
  return seconds;
}

/** The last hundredth. @param {Large['records']} records */
function leaving(records) {
  return records.slice(-Math.ceil(records.length / 100));
}

/** @param {{ changes: { eventId: string, kind: string }[] }} payload @param {string} kind */
export function eventOf({ changes }, kind) {
  const event = changes.find((each) => each.kind === kind);
  if (!event) throw new Error(`no ${kind} among ${changes.map((each) => each.kind).join(', ') || 'no changes'}`);
  return event.eventId;
}
