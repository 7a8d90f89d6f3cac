import { OtherRulesError } from '../identity/policy/other-rules.js';
import { ApiError } from './api-error.js';

/** Tells a caller that this process has other rules than the graph; any other error goes on. */
export function refuseOtherRules(error: unknown): never {
  if (error instanceof OtherRulesError) throw new ApiError('OTHER_RULES', error.message);
  throw error;
}
