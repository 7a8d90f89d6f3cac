import type { Door, SeenCustomer } from './door.types.js';

/** What a case knows while it runs. */
export interface Story {
  readonly door: Door;
  /** Customers as they were when they were given a name. */
  readonly remembered: Map<string, SeenCustomer>;
  /** Number of the last transaction that changed anything. */
  readonly lastNumber: () => Promise<number>;
  /** Every record that was ever sent. */
  readonly sent: Set<string>;
}

/** The customer that was given a name. Throws when the case remembers none. */
export function rememberedAs(story: Story, name: string): SeenCustomer {
  const customer = story.remembered.get(name);
  if (!customer) throw new Error(`the case remembers nobody as ${name}`);
  return customer;
}
