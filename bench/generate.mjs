/**
 * Writes generated records and their truth:
 *
 *   node bench/generate.mjs --records 100000 [--seed 1] [--dirt low|medium|high] [--out FOLDER]
 *
 * records.ndjson: what `huella load` reads; truth.csv: what `huella eval` reads; operations.csv: what is wrong with whom.
 */
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { generate } from './generator/generate.mjs';

/** Characters written at once; fewer and larger writes are several times faster. */
const CHUNK = 262_144;

/** A file that is written in large pieces and waits when the disk is slower. */
class Sink {
  #stream;
  #text = '';

  /** @param {string} path */
  constructor(path) {
    this.#stream = createWriteStream(path);
  }

  /** @param {string} line */
  add(line) {
    this.#text += line;
    return this.#text.length < CHUNK ? null : this.#flush();
  }

  async #flush() {
    const text = this.#text;
    this.#text = '';
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  async close() {
    await this.#flush();
    this.#stream.end();
    await once(this.#stream, 'close');
  }
}

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    dirt: { type: 'string', default: 'medium' },
    out: { type: 'string', default: '.huella/generated' },
  },
});
const records = Number(values.records);
const seed = Number(values.seed);
const dirt = ['low', 'medium', 'high'].find((each) => each === values.dirt);
if (!Number.isSafeInteger(records) || records < 1 || !Number.isSafeInteger(seed) || !dirt) {
  console.error('--records and --seed are whole numbers, --dirt is low, medium or high');
  process.exit(1);
}

mkdirSync(values.out, { recursive: true });
const open = (/** @type {string} */ name) => new Sink(join(values.out, name));
const [ndjson, truth, log] = [open('records.ndjson'), open('truth.csv'), open('operations.csv')];
truth.add('source,record_id,cluster_id\n');
log.add('source,record_id,country,hardness,operations\n');
const start = performance.now();
const options = { records, seed, dirt: /** @type {import('./generator/records.mjs').Dirt} */ (dirt) };
for (const { record, entity, country, operations, hardness } of generate(options)) {
  const { source, recordId } = record;
  const full = [
    ndjson.add(`${JSON.stringify(record)}\n`),
    truth.add(`${source},${recordId},${entity}\n`),
    log.add(`${source},${recordId},${country},${hardness ?? ''},${operations.join(' ')}\n`),
  ];
  for (const flush of full) if (flush) await flush;
}
await Promise.all([ndjson.close(), truth.close(), log.close()]);
const seconds = (performance.now() - start) / 1_000;
console.log(`${records} records in ${seconds.toFixed(1)} s (${Math.round(records / seconds)}/s) in ${values.out}`);
