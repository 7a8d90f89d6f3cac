import type {
  IdentifierNote,
  IdentifierProblem,
  IdentifierQuality,
  NormalisedIdentifier,
  NormaliseResult,
} from './identifier.types.js';

/** What a normaliser says about a value; what is left out has the default given here. */
interface Reading {
  readonly type: string;
  /** Default ''. */
  readonly namespace?: string;
  readonly canonical: string;
  /** Default: the canonical value. */
  readonly matchKey?: string;
  readonly display: string;
  /** Default 'ok'. */
  readonly quality?: IdentifierQuality;
  readonly notes?: readonly IdentifierNote[];
}

/** The result for a value that was understood. `notes` is absent when empty. */
export function understood(reading: Reading): NormaliseResult {
  const identifier: NormalisedIdentifier = {
    type: reading.type,
    namespace: reading.namespace ?? '',
    canonical: reading.canonical,
    matchKey: reading.matchKey ?? reading.canonical,
    display: reading.display,
    quality: reading.quality ?? 'ok',
  };
  const { notes } = reading;
  return { ok: true, identifier: notes && notes.length > 0 ? { ...identifier, notes } : identifier };
}

/** The result for a value that was not understood. `message` says what is allowed and never repeats the value. */
export function refused(code: IdentifierProblem['code'], message: string): NormaliseResult {
  return { ok: false, problem: { code, field: fieldOf(code), message } };
}

function fieldOf(code: IdentifierProblem['code']): IdentifierProblem['field'] {
  if (code === 'UNKNOWN_TYPE') return 'type';
  return code === 'INVALID_NAMESPACE' ? 'namespace' : 'value';
}
