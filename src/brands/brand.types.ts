/**
 * Who may see what a brand's sources know, beside the brand itself and the brands above it. PRIVATE: nobody. FAMILY: every
 * brand under the same root. ALL: every brand.
 */
export type Visibility = 'PRIVATE' | 'FAMILY' | 'ALL';

/** A brand of the tree, as it was declared; null is what the brand above it says. */
export interface Brand {
  /** Slug. */
  readonly id: string;
  readonly name: string;
  /** The brand above it. */
  readonly parentId: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Records of two realms never link. */
  readonly realm: string | null;
  readonly visibility: Visibility | null;
  /** Brands that may see it besides. */
  readonly visibleTo: readonly string[];
}

/** A system that speaks about people. */
export interface Source {
  /** As records name it. */
  readonly id: string;
  /** False: records name it, and nobody has said yet what it is. */
  readonly declared: boolean;
  readonly brandId: string | null;
  /** The product or platform, e.g. `Salesforce`. */
  readonly system: string | null;
  /** Who answers for it. */
  readonly owner: string | null;
  /** What it is, e.g. CRM, SHOP, CALL_CENTRE. */
  readonly kind: string | null;
  /** ISO 3166-1 alpha-2; null: the brand's. */
  readonly country: string | null;
  /** How far its values are believed where sources differ, 1 to 100. */
  readonly trust: number;
  /** Hours after which it should have said something new; null: no expectation. */
  readonly freshnessHours: number | null;
  /** Attributes and identifier types that it is expected to fill. */
  readonly fields: readonly string[];
}

/** The trust of a source that nobody has judged: the middle. */
export const DEFAULT_TRUST = 50;
