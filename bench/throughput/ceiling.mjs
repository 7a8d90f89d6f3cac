/**
 * The raw ceiling, for the same records as the load: each becomes a record node with its attributes, a customer of its own
 * and an identifier node for each of its identifiers, created by `UNWIND` in batches of 2,000 with the constraints in place.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { statementOf } from '../../dist/graph/statement.js';
import { newId } from '../../dist/kernel/ids.js';

const BATCH = 2_000;
const text = readFileSync(new URL('ceiling.cypher', import.meta.url), 'utf8');
const create = statementOf('bench/ceiling', text, { access: 'write' });

/**
 * Records a second.
 * @param {import('../../dist/graph/graph.js').Graph} graph
 * @param {readonly any[]} records
 * @param {string} round makes the keys of this round its own
 */
export async function measureCeiling(graph, records, round) {
  const startedAt = performance.now();
  for (let at = 0; at < records.length; at += BATCH) {
    const rows = records.slice(at, at + BATCH).map((record, index) => rowOf(record, `${round}-${at + index}`));
    await graph.write('bench.ceiling', (tx) => tx.run(create, { rows }));
  }
  return records.length / ((performance.now() - startedAt) / 1_000);
}

/** @param {any} record @param {string} unique */
function rowOf(record, unique) {
  const { source, recordId, identifiers, attributes } = record;
  const { address, ...flat } = attributes;
  const places = Object.entries(address ?? {}).map(([name, value]) => [`address.${name}`, value]);
  const name = `${attributes.givenName ?? ''} ${attributes.familyName ?? ''}`;
  return {
    at: Date.now(),
    record: {
      ...{ key: `ceiling-${unique}|${recordId}`, source, recordId, realm: 'default', floor: `${unique}~0000000000~1~` },
      ...{ ...flat, ...Object.fromEntries(places), person: name.toLowerCase() },
    },
    customer: { id: newId(), status: 'LIVE', size: 1, constrained: false, known: false, displayName: name },
    identifiers: identifiers.map((/** @type {any} */ each, /** @type {number} */ index) => ({
      key: `ceiling|${each.type}||${unique}-${index}`,
      ...{ type: each.type, namespace: each.namespace ?? '', display: each.value, status: 'LINKABLE' },
    })),
  };
}
