/** How identifiers of one type act as evidence. Types are data: a new one is configuration, no migration. */
export interface TypePolicy {
  /** Order in which `resolve` takes identifiers; 1 is the strongest. Unique over unguarded before guarded types. */
  readonly strength: number;
  /**
   * `no`: joins whatever the persons. `contradiction`: does not join records that contradict each other as persons.
   * `agreement`: in addition, unknown persons do not join.
   */
  readonly guard: 'no' | 'contradiction' | 'agreement';
  /** How many different values one customer may hold within a namespace; null = any number. */
  readonly capacity: number | null;
  /** More linkable attachments than this (in one tenure) make an identifier generic: it joins nobody. */
  readonly maxRecords: number;
  /** False: identifiers of the type are kept and searched, and never link. */
  readonly links: boolean;
  /** Which normaliser reads its values; see `identifiers/registry.ts`. */
  readonly format: string;
}

/**
 * When a source, or one job of it, is held because what it says joins too much. A window is counted in steps of a sixth
 * of it.
 */
export interface BreakerPolicy {
  /** How far back merges, records and growth are counted. */
  readonly windowMinutes: number;
  /** Fewer merges than this in a window hold nobody, however few records brought them. */
  readonly mergesMin: number;
  /** Customers that may end in another one for 100 records of the source, all of the window together. */
  readonly mergesPerHundred: number;
  /** Records by which one customer may grow in a window through one source. */
  readonly growthMax: number;
  /** After a steward released it, a source or job is not counted for so long. */
  readonly passHours: number;
}

/** The versioned rules of resolution. Frozen; another version is another object. */
export interface Policy {
  /** e.g. `default-1`. */
  readonly version: string;
  /** Version of normalisation and match keys; a process with other key rules refuses to write. */
  readonly keyRules: string;
  readonly types: Readonly<Record<string, TypePolicy>>;
  /** Records in one evidence component that a request may walk; above it the change is held. */
  readonly componentMax: number;
  /** Null: nobody is held but by hand. */
  readonly breaker: BreakerPolicy | null;
  /** What becomes of records whose source the inventory does not know: taken, or rejected. */
  readonly unknownSources: 'accept' | 'refuse';
}
