import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { HoldsService } from '../../../src/identity/breaker/holds.service.js';
import { DecisionsService, type DecisionAnswer } from '../../../src/identity/decisions/decisions.service.js';
import { NamesService } from '../../../src/identity/decisions/names.service.js';
import { Refused, type Refusal } from '../../../src/identity/decisions/refused.js';
import type { ReviewChoice } from '../../../src/identity/reviews/review.types.js';
import { ReviewsService } from '../../../src/identity/reviews/reviews.service.js';
import { PoliciesService } from '../../../src/identity/rollout/policies.service.js';
import { RolloutService } from '../../../src/identity/rollout/rollout.service.js';
import { IdentifiersService } from '../../../src/ingest/identifiers.service.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { newId, recordKey } from '../../../src/kernel/ids.js';
import type { IdentityWorld } from '../../support/identity-world.js';
import type {
  Inputs,
  Ruled,
  SeenDecision,
  SeenEvent,
  SeenReview,
  SentAct,
  SentTerms,
  StewardDoor,
} from './door-stewards.types.js';
import type { Ref } from './expand.js';
import * as views from './steward-views.js';

const NOTHING = { decisionId: null, replayed: false, changes: [] } as const;

type Terms = SentTerms & { readonly expiresAt: null };
type Acts = { readonly [Mutation in keyof Inputs]: (input: Inputs[Mutation], terms: Terms) => Promise<Ruled> };

/** Decides through the services, and looks at what is in the graph. */
export class ServiceSteward implements StewardDoor {
  private readonly decisions: DecisionsService;
  private readonly names: NamesService;
  private readonly reviewing: ReviewsService;
  private readonly policies: PoliciesService;
  private readonly rollout: RolloutService;

  constructor(
    private readonly graph: Graph,
    { identity }: IdentityWorld,
  ) {
    const tools = { clock: systemClock, newId };
    this.decisions = new DecisionsService(identity, newId);
    this.names = new NamesService(new IdentifiersService(identity));
    this.reviewing = new ReviewsService(graph, this.decisions, new HoldsService(graph, identity, newId));
    this.policies = new PoliciesService(graph, identity.rules, tools);
    this.rollout = new RolloutService(graph, identity.rules, tools);
  }

  async act(act: SentAct, terms: SentTerms): Promise<Ruled> {
    const does = this.acts[act.mutation] as (input: SentAct['input'], terms: Terms) => Promise<Ruled>;
    try {
      return await does(act.input, { ...terms, expiresAt: null });
    } catch (error) {
      if (error instanceof Refused) return { ...NOTHING, refused: told(error.refusal) };
      throw error;
    }
  }

  events(): Promise<SeenEvent[]> {
    return this.graph.lookup(views.everyEvent, {});
  }

  reviews(): Promise<SeenReview[]> {
    return this.graph.lookup(views.openReviews, {});
  }

  async decision(id: string): Promise<SeenDecision | null> {
    const [row] = await this.graph.lookup(views.decisionById, { id });
    return row ?? null;
  }

  async history(id: string): Promise<string[]> {
    return (await this.graph.lookup(views.historyOf, { id })).map((row) => row.kind);
  }

  private readonly acts: Acts = {
    mergeCustomers: async (input, terms) => ruled(await this.decisions.mergeCustomers(DEVELOPER, input, terms)),
    neverLink: async ({ sides }, terms) => {
      const named = this.names.sides(
        DEVELOPER,
        sides.map((side) => ({ ...side, identifiers: [...side.identifiers].map(given) })),
      );
      return ruled(await this.decisions.neverLink(DEVELOPER, named, terms));
    },
    splitCustomer: async ({ customerId, records }, terms) => {
      const command = { customer: customerId, records: records.map(keyOf) };
      return ruled(await this.decisions.splitCustomer(DEVELOPER, command, terms));
    },
    detachIdentifier: async ({ record, identifier }, terms) => {
      const key = this.names.identifier(DEVELOPER, given(identifier), 'identifier');
      return ruled(await this.decisions.detachIdentifier(DEVELOPER, keyOf(record), key, terms));
    },
    blockIdentifier: async ({ identifier }, terms) => {
      const key = this.names.identifier(DEVELOPER, given(identifier), 'identifier');
      return ruled(await this.decisions.blockIdentifier(DEVELOPER, key, terms));
    },
    unblockIdentifier: async ({ identifier }, terms) => {
      const key = this.names.identifier(DEVELOPER, given(identifier), 'identifier');
      return ruled(await this.decisions.unblockIdentifier(DEVELOPER, key, terms));
    },
    revokeDecision: async ({ decisionId }, terms) =>
      ruled(await this.decisions.revokeDecision(DEVELOPER, decisionId, terms)),
    unmerge: async ({ eventId }, terms) => ruled(await this.decisions.unmerge(DEVELOPER, eventId, terms)),
    decideReviewItem: async ({ id, version, choice, identifier }, terms) => {
      const key = identifier ? this.names.identifier(DEVELOPER, given(identifier), 'identifier') : null;
      const chosen = { choice: choice as ReviewChoice, identifier: key, at: null };
      return ruled(await this.reviewing.decide(DEVELOPER, { id, version }, chosen, terms));
    },
    applyPolicy: async ({ policy }, terms) => {
      const applied = await this.policies.apply(DEVELOPER, this.policies.read(policy), terms);
      for (let step = await this.rollout.step(); step !== 'IDLE'; step = await this.rollout.step());
      return { ...NOTHING, refused: null, replayed: applied.replayed };
    },
  };
}

function ruled(answer: DecisionAnswer): Ruled {
  if (answer.kind === 'refused') return { ...NOTHING, refused: told(answer.refusal) };
  const { decisionId, changes, replayed } = answer.taken;
  return {
    refused: null,
    decisionId: decisionId === '' ? null : decisionId,
    replayed,
    changes: changes.map(({ kind, customerId, retired }) => ({ kind, customer: customerId, retired })),
  };
}

function told({ code, field }: Refusal): string {
  return [code, ...(field === null ? [] : [field])].join(' ');
}

function keyOf({ source, recordId }: Ref): ReturnType<typeof recordKey> {
  return recordKey(source, recordId);
}

function given({ type, value, namespace }: { type: string; value: string; namespace?: string | undefined }): {
  type: string;
  value: string;
  namespace: string | null;
} {
  return { type, value, namespace: namespace ?? null };
}
