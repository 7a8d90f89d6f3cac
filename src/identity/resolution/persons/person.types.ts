/** What a record says about who the person is, standardised once when the record is taken in. */
export interface Person {
  /** Given names as comparable tokens (lower case, no accents, particles dropped), e.g. ['maria', 'jose']; [] unknown. */
  readonly given: readonly string[];
  /** Surnames as comparable tokens, e.g. ['gomez', 'ruiz']; [] unknown. */
  readonly family: readonly string[];
  /** `YYYY-MM-DD`, or null when missing or a placeholder. */
  readonly birthDate: string | null;
}

export type Agreement = 'AGREE' | 'CONTRADICT' | 'UNKNOWN';

/** A record that says nothing about the person. */
export const NOBODY: Person = { given: [], family: [], birthDate: null };
