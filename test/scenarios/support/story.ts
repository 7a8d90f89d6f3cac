import type { Door, SeenCustomer } from './door.types.js';
import type { SeenEvent } from './door-stewards.types.js';
import { refOf } from './expand.js';

/** What a case knows while it runs. */
export interface Story {
  readonly door: Door;
  /** Customers as they were when they were given a name. */
  readonly remembered: Map<string, SeenCustomer>;
  /** Steps that were given a name. */
  readonly deeds: Map<string, Deed>;
  /** Everything that is in the graph, as one text. */
  readonly everything: () => Promise<string>;
  /** Every record that was ever sent. */
  readonly sent: Set<string>;
}

/** What a step did. */
export interface Deed {
  /** The decision that it took, if it took one. */
  readonly decisionId: string | null;
  readonly events: readonly SeenEvent[];
}

/** The customer that was given a name. Throws when the case remembers none. */
export function rememberedAs(story: Story, name: string): SeenCustomer {
  const customer = story.remembered.get(name);
  if (!customer) throw new Error(`the case remembers nobody as ${name}`);
  return customer;
}

/** The id of a customer in the words of a case: a remembered name, a record of it, or an id that was never issued. */
export async function customerIdAs(story: Story, said: string): Promise<string> {
  if (isName(said)) return rememberedAs(story, said).id;
  if (!said.includes('/')) return said;
  const id = await story.door.customerIdOf(refOf(said));
  if (id === null) throw new Error(`${said} has no customer`);
  return id;
}

/** The id of the decision that a named step took; any other text is an id that was never issued. */
export function decisionIdAs(story: Story, said: string): string {
  if (!isName(said)) return said;
  const id = deedAs(story, said).decisionId;
  if (id === null) throw new Error(`the step ${said} took no decision`);
  return id;
}

/** The id of the one event that a named step made; any other text is an id that was never issued. */
export function eventIdAs(story: Story, said: string): string {
  if (!isName(said)) return said;
  const [event, ...others] = deedAs(story, said).events;
  if (!event || others.length > 0) throw new Error(`the step ${said} made ${others.length + (event ? 1 : 0)} events`);
  return event.id;
}

function deedAs(story: Story, name: string): Deed {
  const deed = story.deeds.get(name);
  if (!deed) throw new Error(`no step is called ${name}`);
  return deed;
}

function isName(said: string): boolean {
  return /^[A-Z]/.test(said);
}
