import type { Policy } from '../identity/policy/policy.types.js';
import type { PolicyChange } from '../identity/policy/policy-changes.js';
import type { Applied, PolicyTerms } from '../identity/rollout/policies.service.js';
import type { DiffStretch } from '../identity/rollout/policy-diff.js';
import type { RolloutProgress, Step } from '../identity/rollout/rollout.service.js';
import type { Verification, VerifyOptions } from '../identity/verify/verify.service.js';
import type { InteractionRow } from '../interactions/interaction.types.js';
import type { RecordWriter, Writer } from './load/writer.types.js';
import type { Terminal } from './terminal.js';

/** The policies of a graph as the command line uses them. Each throws `CommandError` for what the caller can mend. */
export interface PolicyDesk {
  progress(): Promise<RolloutProgress>;
  step(): Promise<Step>;
  changes(policy: Policy): Promise<PolicyChange[]>;
  diff(policy: Policy, stretch: { readonly after: string; readonly customers: number }): Promise<DiffStretch>;
  apply(policy: Policy, terms: PolicyTerms): Promise<Applied>;
  close(): Promise<void>;
}

/** The ways from a command to the service, so that a test can put something else behind them. */
export interface Doors {
  /** Throws `CommandError` when there is no database or it does not answer. */
  readonly openWriter: (terminal: Terminal) => Promise<RecordWriter>;
  /** Throws like `openWriter`. */
  readonly openInteractions: (terminal: Terminal) => Promise<Writer<InteractionRow>>;
  /** Compares the graph with a recomputation. Throws like `openWriter`. */
  readonly verify: (terminal: Terminal, options: VerifyOptions) => Promise<Verification>;
  /** Throws like `openWriter`. */
  readonly openPolicies: (terminal: Terminal) => Promise<PolicyDesk>;
}
