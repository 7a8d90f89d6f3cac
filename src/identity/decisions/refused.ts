import type { Principal } from '../../auth/principal.js';
import type { UserErrorCode } from '../../graphql/error-codes.js';

/** Why a decision cannot be taken. The message never repeats a value. */
export interface Refusal {
  readonly code: UserErrorCode;
  readonly field: string | null;
  readonly message: string;
}

/** Ends the work on a decision; its transaction is rolled back. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Identities are decided over all brands: who sees some of them only decides nothing. Throws Refused. */
export function refuseNarrow({ scope }: Principal): void {
  if (!scope.all) refuse('NOT_ALLOWED', null, 'is for callers who see every brand');
}

/** Refuses because of one field. */
export function refuse(code: UserErrorCode, field: string | null, message: string): never {
  throw new Refused({ code, field, message });
}
