import type { ToldLink, ToldReason } from './explanations.js';
import type { ToldProfile } from './look-at-profiles.js';

/** The questions that a scenario asks over GraphQL, as a client would write them. */

const ANSWER = `
  results { ref { source recordId } customer { id } outcome warnings { code field } }
  userErrors { code field }`;

export const UPSERT = `mutation Upsert($input: UpsertRecordsInput!) { answer: upsertRecords(input: $input) { ${ANSWER} } }`;
export const DELETE = `mutation Delete($input: DeleteRecordsInput!) { answer: deleteRecords(input: $input) { ${ANSWER} } }`;

export interface MutationData {
  readonly answer: {
    readonly results: readonly {
      readonly ref: { readonly source: string; readonly recordId: string };
      readonly customer: { readonly id: string } | null;
      readonly outcome: string;
      readonly warnings: readonly Located[];
    }[];
    readonly userErrors: readonly Located[];
  };
}

export interface Located {
  readonly code: string;
  readonly field: string;
}

export const CUSTOMER_ID = `query CustomerId($ref: RecordRef!) { customerByRecord(ref: $ref) { id } }`;

export interface CustomerIdData {
  readonly customerByRecord: { readonly id: string } | null;
}

export const CUSTOMER = `query Customer($ref: RecordRef!, $after: String) {
  customer: customerByRecord(ref: $ref) {
    id createdAt size constrained
    page: records(first: 100, after: $after) { nodes { source recordId } pageInfo { hasNextPage endCursor } }
  }
}`;

export const IDENTIFIERS = `query Identifiers($ref: RecordRef!, $after: String) {
  customer: customerByRecord(ref: $ref) {
    page: identifiers(first: 100, after: $after) { nodes { type } pageInfo { hasNextPage endCursor } }
  }
}`;

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface CustomerData {
  readonly id: string;
  readonly createdAt: string;
  readonly size: number;
  readonly constrained: boolean;
}

export const IDENTITY = `query Identity($id: ID!) {
  identity(id: $id) { state customer { id } candidates { id } }
  customer(id: $id) { id redirectedFrom }
}`;

export interface IdentityData {
  readonly identity: {
    readonly state: string;
    readonly customer: { readonly id: string } | null;
    readonly candidates: readonly { readonly id: string }[];
  };
  readonly customer: { readonly id: string; readonly redirectedFrom: string | null } | null;
}

export const RESOLVE = `query Resolve($identifier: IdentifierInput!) {
  resolve(identifiers: [$identifier]) { identifiers { standing contestReasons } }
}`;

export interface ResolveData {
  readonly resolve: {
    readonly identifiers: readonly { readonly standing: string; readonly contestReasons: readonly string[] }[];
  };
}

export const FIND = `query Find($identifier: IdentifierInput!) { customerByIdentifier(identifier: $identifier) { id } }`;

export interface FindData {
  readonly customerByIdentifier: { readonly id: string } | null;
}

export const RECORD = `query Record($ref: RecordRef!) {
  record(ref: $ref) { attributes identifiers { type namespace } }
}`;

export interface RecordData {
  readonly record: {
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly identifiers: readonly { readonly type: string; readonly namespace: string }[];
  } | null;
}

const PROVENANCE = 'provenance { source recordId rule alternatives { value source recordId lostBy } }';
export const PROFILE = `query Profile($ref: RecordRef!) {
  customerByRecord(ref: $ref) {
    profile {
      name { full ${PROVENANCE} } birthDate { value ${PROVENANCE} } address { lines ${PROVENANCE} }
      contactPoints { type display ${PROVENANCE} } attributes { name value ${PROVENANCE} }
    }
  }
}`;

export interface ProfileData {
  readonly customerByRecord: { readonly profile: ToldProfile } | null;
}

export const WHY_NOT = `query WhyNot($left: RecordRef!, $right: RecordRef!) {
  whyNot(left: $left, right: $right) { reasons { code contestReasons identifier { type } } }
}`;

export interface WhyNotData {
  readonly whyNot: { readonly reasons: readonly ToldReason[] };
}

export const EXPLAIN = `query Explain($left: RecordRef!, $right: RecordRef!) {
  explain(left: $left, right: $right) {
    links { left { record { source recordId } } identifier { type } right { record { source recordId } } }
  }
}`;

export interface ExplainData {
  readonly explain: { readonly links: readonly ToldLink[] };
}

/** Brands and sources, as a case needs them. */
export const DECLARE = `mutation ($brands: UpsertBrandsInput!, $sources: UpsertSourcesInput!) {
  upsertBrands(input: $brands) { userErrors { code } } upsertSources(input: $sources) { userErrors { code } } }`;
