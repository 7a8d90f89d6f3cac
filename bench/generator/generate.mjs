/** A stream of records with their truth: the same options give the same bytes. */
import { household } from './people.mjs';
import { Random } from './random.mjs';
import { writeRecord } from './records.mjs';

/**
 * @typedef {object} Options
 * @property {number} records how many to make
 * @property {number} [seed]
 * @property {import('./records.mjs').Dirt} [dirt]
 *
 * @typedef {object} Generated
 * @property {ReturnType<typeof writeRecord>['record']} record
 * @property {string} entity the person
 * @property {string} country of the person
 * @property {string[]} operations what went wrong in the record
 * @property {string | null} hardness what the person shares with another
 *
 * @typedef {{ person: import('./people.mjs').Person, entity: string, hardness: string | null }} Waiting
 */

/** Records of a person: 60 % have one, 20 % two, 12 % three, 8 % four to eight. @param {Random} random */
function recordsOfPerson(random) {
  const share = random.fraction();
  if (share < 0.6) return 1;
  if (share < 0.8) return 2;
  return share < 0.92 ? 3 : random.between(4, 8);
}

/** Records of people with several that wait for their turn: those of one person lie apart in the stream, as in life. */
const MIXED = 3_000;
/** 2020-01-01; later records are newer. */
const FIRST_MOMENT = 1_577_836_800_000;

/** Somebody of whom records are to be written. */
class Stock {
  #random;
  #people = 0;
  /** @type {Waiting[]} */
  #mixed = [];
  /** People with one record need no mixing, and memory holds them for a moment only. @type {Waiting[]} */
  #single = [];

  /** @param {Random} random */
  constructor(random) {
    this.#random = random;
  }

  #refill() {
    const { people: members, hardness } = household(this.#random);
    for (const person of members) {
      const one = { person, entity: `p${(this.#people += 1)}`, hardness };
      const records = recordsOfPerson(this.#random);
      if (records === 1) this.#single.push(one);
      else for (let left = records; left > 0; left -= 1) this.#mixed.push(one);
    }
  }

  /** @returns {Waiting} */
  next() {
    while (this.#mixed.length < MIXED) this.#refill();
    // A little more often than they come, so that they never pile up.
    const single = this.#random.chance(0.4) ? this.#single.pop() : undefined;
    if (single) return single;
    const at = this.#random.below(this.#mixed.length);
    const last = /** @type {Waiting} */ (this.#mixed.pop());
    const chosen = this.#mixed[at] ?? last;
    if (at < this.#mixed.length) this.#mixed[at] = last;
    return chosen;
  }
}

/**
 * Yields records one by one; memory holds a few thousand people at a time.
 * @param {Options} options
 * @returns {Generator<Generated>}
 */
export function* generate({ records, seed = 1, dirt = 'medium' }) {
  const random = new Random(seed);
  const stock = new Stock(random);
  for (let made = 0; made < records; made += 1) {
    const { person, entity, hardness } = stock.next();
    const moment = FIRST_MOMENT + made * 1_000;
    const { record, operations } = writeRecord(random, person, `r${made + 1}`, moment, dirt);
    yield { record, entity, country: person.country, operations, hardness };
  }
}
