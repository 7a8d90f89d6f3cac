/** Seeded random numbers. The same seed gives the same people on every machine. */

/**
 * A stream of random numbers (sfc32 by Chris Doty-Humphrey, public domain; passes PractRand).
 */
export class Random {
  #a;
  #b;
  #c;
  #counter = 1;

  /** @param {number} seed whole number */
  constructor(seed) {
    this.#a = seed | 0;
    this.#b = (seed / 4_294_967_296) | 0;
    this.#c = 0x9e3779b9 | 0;
    for (let round = 0; round < 16; round += 1) this.#next();
  }

  #next() {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** From 0 up to, not including, 1. */
  fraction() {
    return this.#next() / 4_294_967_296;
  }

  /**
   * A whole number from 0 up to, not including, `end`.
   * @param {number} end
   */
  below(end) {
    return Math.floor(this.fraction() * end);
  }

  /**
   * A whole number from `start` to `end`, both included.
   * @param {number} start
   * @param {number} end
   */
  between(start, end) {
    return start + this.below(end - start + 1);
  }

  /**
   * True with this probability.
   * @param {number} probability
   */
  chance(probability) {
    return this.fraction() < probability;
  }

  /**
   * @template Item
   * @param {readonly Item[]} items not empty
   * @returns {Item}
   */
  pick(items) {
    return /** @type {Item} */ (items[this.below(items.length)]);
  }

  /**
   * `count` decimal digits.
   * @param {number} count
   */
  digits(count) {
    let text = '';
    for (let left = count; left > 0; left -= 9) {
      const some = Math.min(left, 9);
      // The leading 1 keeps leading zeros.
      text += String(10 ** some + this.below(10 ** some)).slice(1);
    }
    return text;
  }
}

/**
 * Picks items by Zipf's law: the k-th is taken in proportion to 1 / k^exponent. Names of people follow it with an exponent
 * a little under 1 (few names cover most people, the rest is a long tail).
 * @template Item
 */
export class Zipf {
  /** @type {Float64Array} */
  #cumulative;
  #items;

  /**
   * @param {readonly Item[]} items most frequent first
   * @param {number} exponent
   */
  constructor(items, exponent = 0.9) {
    this.#items = items;
    this.#cumulative = new Float64Array(items.length);
    let sum = 0;
    for (let at = 0; at < items.length; at += 1) {
      sum += 1 / (at + 1) ** exponent;
      this.#cumulative[at] = sum;
    }
  }

  /**
   * @param {Random} random
   * @returns {Item}
   */
  pick(random) {
    const cumulative = this.#cumulative;
    const target = random.fraction() * /** @type {number} */ (cumulative[cumulative.length - 1]);
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (/** @type {number} */ (cumulative[middle]) <= target) low = middle + 1;
      else high = middle;
    }
    return /** @type {Item} */ (this.#items[low]);
  }
}
