/** The graph was written under other rules than this process has; writing would mix them. */
export class OtherRulesError extends Error {
  override readonly name = 'OtherRulesError';
  readonly safeToLog = true;
}
