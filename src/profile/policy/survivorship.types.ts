/** What decides between values of several records: the first rule that tells them apart does. */
export type RuleName = 'validity' | 'trust' | 'completeness' | 'recency' | 'frequency';

export interface Rule {
  readonly rule: RuleName;
  /** For `completeness`: values that reach it (0 to 1 of what a full one has) are equal; null takes the fullest. */
  readonly atLeast: number | null;
}

/** Attributes that survive together. Every other attribute survives by itself. */
export const GROUPS = ['name', 'birthDate', 'address', 'contactPoints'] as const;
export type GroupName = (typeof GROUPS)[number];

/** The versioned rules of survivorship. Frozen; another version is another object. */
export interface SurvivorshipPolicy {
  /** e.g. `survivorship-1`. */
  readonly version: string;
  /** How far a source is trusted, 1 to 100. */
  readonly sources: Readonly<Record<string, number>>;
  /** Of sources that are not named. */
  readonly defaultTrust: number;
  readonly groups: Readonly<Record<GroupName, readonly Rule[]>>;
  /** Rules of single attributes by name. */
  readonly attributes: Readonly<Record<string, readonly Rule[]>>;
  /** Rules of single attributes that are not named. */
  readonly otherAttributes: readonly Rule[];
  /** Types of identifiers by which a person can be reached, in the order in which they are shown. */
  readonly contactTypes: readonly string[];
}
