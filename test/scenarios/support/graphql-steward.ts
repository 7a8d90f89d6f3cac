import type { TestApp } from '../../support/test-app.js';
import type {
  Ruled,
  SeenCause,
  SeenDecision,
  SeenEvent,
  SeenReview,
  SentAct,
  SentTerms,
  StewardDoor,
} from './door-stewards.types.js';
import * as documents from './steward-documents.js';

/** Pause between two looks at how far a policy came. */
const LOOK_MILLISECONDS = 50;

/** Decides and asks over GraphQL, as a steward's desk does. */
export class GraphqlSteward implements StewardDoor {
  constructor(private readonly app: TestApp) {}

  async act({ mutation, input }: SentAct, terms: SentTerms): Promise<Ruled> {
    const document = mutation === 'applyPolicy' ? documents.APPLY_POLICY : documents.decide(mutation);
    const { answer } = await this.ask<documents.DecideData>(document, { input: { ...terms, ...input } });
    const { userErrors, decision, replayed, changes = [] } = answer;
    if (mutation === 'applyPolicy' && userErrors.length === 0) await this.policyApplied();
    const [refusal] = userErrors;
    return {
      refused: refusal ? [refusal.code, ...(refusal.field === null ? [] : [refusal.field])].join(' ') : null,
      decisionId: decision?.id ?? null,
      replayed,
      changes: changes.map(({ kind, customerId, retiredIds }) => ({ kind, customer: customerId, retired: retiredIds })),
    };
  }

  /** The feed of changes tells which events there were, and the history of each customer what caused them. */
  async events(): Promise<SeenEvent[]> {
    const changes = await this.pages<documents.ChangeNode>(documents.CHANGES, {});
    const seen: SeenEvent[] = [];
    for (const { eventId: id, customerId, kind, retiredIds, decisionIds, actor } of changes) {
      if (id === null) continue;
      const event = (await this.historyOf(customerId)).find((each) => each.id === id);
      if (event?.kind !== kind || event.decisionIds.join() !== decisionIds.join() || event.actor !== actor)
        throw new Error(`changes and customerHistory disagree about ${id}`);
      const identifiers = event.identifiers.map(masked);
      seen.push({ id, kind, customer: customerId, retired: retiredIds, identifiers, decisions: decisionIds, actor });
    }
    return seen;
  }

  async reviews(): Promise<SeenReview[]> {
    const items = await this.pages<documents.ReviewNode>(documents.REVIEWS, {});
    return items.map(({ identifier, customers, ...item }) => ({
      ...item,
      identifier: identifier && masked(identifier),
      customers: item.kind === 'OVERSIZED' ? customers.map((each) => each.id) : [],
    }));
  }

  async decision(id: string): Promise<SeenDecision | null> {
    return (await this.ask<{ decision: SeenDecision | null }>(documents.DECISION, { id })).decision;
  }

  async history(id: string): Promise<string[]> {
    return (await this.historyOf(id)).map((each) => each.kind).reverse();
  }

  private historyOf(id: string): Promise<documents.EventNode[]> {
    return this.pages<documents.EventNode>(documents.HISTORY, { id });
  }

  private async policyApplied(): Promise<void> {
    for (;;) {
      const { policyProgress } = await this.ask<documents.ProgressData>(documents.PROGRESS, {});
      if (policyProgress.finishedAt !== null) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    }
  }

  private async pages<Node>(document: string, variables: object): Promise<Node[]> {
    const nodes: Node[] = [];
    for (let after: string | null = null; ;) {
      const { page }: documents.PageData<Node> = await this.ask<documents.PageData<Node>>(document, {
        ...variables,
        after,
      });
      nodes.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return nodes;
      after = page.pageInfo.endCursor;
    }
  }

  private async ask<Data>(document: string, variables: object): Promise<Data> {
    const { data, errors } = await this.app.gql<Data>(document, variables);
    if (errors.length > 0) throw new Error(`GraphQL: ${JSON.stringify(errors)}`);
    return data;
  }
}

function masked({ type }: { readonly type: string }): SeenCause {
  return { type, values: [] };
}
