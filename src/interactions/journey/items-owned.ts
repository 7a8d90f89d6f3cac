/** What was bought and returned of one item. */
export interface ItemSums {
  readonly itemId: string;
  readonly bought: number;
  readonly returned: number;
  /** Epoch milliseconds. */
  readonly lastBoughtAt: number;
}

export interface OwnedItem {
  readonly itemId: string;
  readonly quantity: number;
  readonly lastBoughtAt: Date;
}

/** Sums of thousandths differ in their last digits. */
const ROUNDING = 1e6;

/** What a customer has: bought minus returned, without what went back. A return that arrives before its purchase counts too. */
export function itemsOwned(sums: readonly ItemSums[]): OwnedItem[] {
  return sums
    .map(({ itemId, bought, returned, lastBoughtAt }) => {
      const quantity = Math.round((bought - returned) * ROUNDING) / ROUNDING;
      return { itemId, quantity, lastBoughtAt: new Date(lastBoughtAt) };
    })
    .filter(({ quantity }) => quantity > 0);
}
