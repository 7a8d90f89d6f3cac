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

/** The versioned rules of resolution. Frozen; another version is another object. */
export interface Policy {
  /** e.g. `default-1`. */
  readonly version: string;
  /** Version of normalisation and match keys; a process with other key rules refuses to write. */
  readonly keyRules: string;
  readonly types: Readonly<Record<string, TypePolicy>>;
  /** Records in one evidence component that a request may walk; above it the change is held. */
  readonly componentMax: number;
  /** What becomes of records whose source the inventory does not know: taken, or rejected. */
  readonly unknownSources: 'accept' | 'refuse';
}
