import { Inventory } from '../../src/brands/inventory.js';

const NOTHING = Promise.resolve(new Inventory([], []));

/** For tests in which no brand has a say: every source is unknown, and nothing is remembered of it. */
export const noBrands = { inventory: () => NOTHING, inventoryWith: () => NOTHING };
