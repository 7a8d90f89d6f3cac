import type { InteractionProblem } from '../interaction.types.js';
import type { NewInteraction } from './read-interaction.js';

/** What becomes of the interactions of one request, in their order, and which nodes that makes. */
export interface Decided {
  readonly outcomes: readonly (
    | { readonly outcome: 'CREATED' | 'UNCHANGED'; readonly problem: null }
    | {
        readonly outcome: 'REJECTED';
        readonly problem: InteractionProblem;
      }
  )[];
  readonly created: readonly NewInteraction[];
}

const OTHER_CONTENT: InteractionProblem = {
  code: 'INTERACTION_CHANGED',
  field: 'interactionId',
  message: 'was recorded before with other content, and interactions never change; what was recorded stays',
};

/**
 * Interactions are only ever added: one that is there already, or comes twice in the request, is UNCHANGED when it says the
 * same, and refused when it does not. `stored` maps ids to digests of what they say.
 */
export function decideInteractions(
  interactions: readonly NewInteraction[],
  stored: ReadonlyMap<string, string>,
): Decided {
  const known = new Map(stored);
  const created: NewInteraction[] = [];
  const outcomes = interactions.map((each): Decided['outcomes'][number] => {
    const hash = known.get(each.id);
    if (hash !== undefined && hash !== each.contentHash) return { outcome: 'REJECTED', problem: OTHER_CONTENT };
    if (hash !== undefined) return { outcome: 'UNCHANGED', problem: null };
    known.set(each.id, each.contentHash);
    created.push(each);
    return { outcome: 'CREATED', problem: null };
  });
  return { outcomes, created };
}
