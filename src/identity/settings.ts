import { policyFingerprint } from './policy/load-policy.js';
import type { Policy } from './policy/policy.types.js';

/** What a graph is written under, by the names of its Setting nodes. Every process that writes it must have the same. */
export function settingsOf(policy: Policy): { readonly id: string; readonly value: string }[] {
  return [
    { id: 'key-rules', value: policy.keyRules },
    { id: 'policy', value: policyFingerprint(policy) },
  ];
}
