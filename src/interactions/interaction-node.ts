import { float } from '../graph/values.js';
import type { Direction, Interaction, InteractionItem, SubjectKey } from './interaction.types.js';
import type { InteractionNode, NewInteractionRow } from './interactions.queries.js';
import type { NewInteraction } from './write/read-interaction.js';

/** Context is kept as properties of its own, by dotted path, so that a steward can read it. */
const CONTEXT = 'context.';

/** The node of an interaction. Items are kept whole as JSON, and beside it what the database sums up. */
export function nodeOf(interaction: NewInteraction, receivedAt: number): NewInteractionRow {
  const { occurredAt, context, items, ...own } = interaction;
  const properties: Record<string, unknown> = { ...own };
  for (const [path, value] of Object.entries(context)) properties[CONTEXT + path] = value;
  if (items.length > 0) {
    properties['items'] = JSON.stringify(items);
    properties['itemIds'] = items.map(({ id }) => id);
    properties['itemQuantities'] = items.map(({ quantity }) => float(quantity));
  }
  return { properties, occurredAt, receivedAt };
}

/** The interaction of a node. */
export function interactionOf({ properties, occurredAt, receivedAt }: InteractionNode): Interaction {
  const text = (name: string): string => properties[name] as string;
  const context = Object.entries(properties).filter(([name]) => name.startsWith(CONTEXT));
  return {
    id: text('id'),
    source: text('source'),
    interactionId: text('interactionId'),
    subjectKey: text('subjectKey') as SubjectKey,
    type: text('type'),
    direction: text('direction') as Direction,
    channel: text('channel'),
    brandId: optional(properties['brandId']),
    campaign: optional(properties['campaign']),
    referrer: optional(properties['referrer']),
    occurredAt,
    receivedAt,
    context: Object.fromEntries(context.map(([name, value]) => [name.slice(CONTEXT.length), value])),
    items: properties['items'] ? (JSON.parse(text('items')) as InteractionItem[]) : [],
  };
}

function optional(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
