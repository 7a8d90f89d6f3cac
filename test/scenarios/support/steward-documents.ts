import type { Inputs, SeenReview } from './door-stewards.types.js';
import type { Page } from './graphql-documents.js';

/** What a steward's desk sends and asks. */

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

/** A mutation that decides. */
export function decide(mutation: keyof Inputs): string {
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation Decide($input: ${input}!) {
    answer: ${mutation}(input: $input) {
      decision { id } replayed changes { kind customerId retiredIds } userErrors { code field }
    }
  }`;
}

export const APPLY_POLICY = `mutation ApplyPolicy($input: ApplyPolicyInput!) {
  answer: applyPolicy(input: $input) { replayed userErrors { code field } }
}`;

export interface DecideData {
  readonly answer: {
    readonly decision?: { readonly id: string } | null;
    readonly replayed: boolean;
    readonly changes?: readonly { readonly kind: string; readonly customerId: string; readonly retiredIds: string[] }[];
    readonly userErrors: readonly { readonly code: string; readonly field: string | null }[];
  };
}

export const PROGRESS = '{ policyProgress { finishedAt } }';

export interface ProgressData {
  readonly policyProgress: { readonly finishedAt: string | null };
}

export interface PageData<Node> {
  readonly page: Page<Node>;
}

export const CHANGES = `query Changes($after: String) {
  page: changes(first: 100, after: $after) {
    nodes { kind customerId retiredIds eventId actor decisionIds } ${PAGE_INFO}
  }
}`;

export interface ChangeNode {
  readonly kind: string;
  readonly customerId: string;
  readonly retiredIds: readonly string[];
  readonly eventId: string | null;
  readonly actor: string | null;
  readonly decisionIds: readonly string[];
}

export const HISTORY = `query History($id: ID!, $after: String) {
  page: customerHistory(id: $id, first: 100, after: $after) {
    nodes { id kind actor decisionIds identifiers { type } } ${PAGE_INFO}
  }
}`;

export interface EventNode {
  readonly id: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly decisionIds: readonly string[];
  readonly identifiers: readonly { readonly type: string }[];
}

export const REVIEWS = `query Reviews($after: String) {
  page: reviewItems(first: 100, after: $after) {
    nodes { id version kind reasons identifier { type } record { source recordId } decisionId customers { id } } ${PAGE_INFO}
  }
}`;

export interface ReviewNode extends Omit<SeenReview, 'identifier' | 'customers'> {
  readonly identifier: { readonly type: string } | null;
  readonly customers: readonly { readonly id: string }[];
}

export const DECISION = 'query Decision($id: ID!) { decision(id: $id) { kind status actor reason } }';
