import type { Inventory } from '../../brands/inventory.js';
import type { SurvivorshipPolicy } from './survivorship.types.js';

/** The policy with the trust of declared sources; what the policy itself says of a source goes before it. */
export function withDeclaredTrust(
  policy: SurvivorshipPolicy,
  { sources }: Pick<Inventory, 'sources'>,
): SurvivorshipPolicy {
  const declared = sources.filter((source) => source.declared).map(({ id, trust }) => [id, trust] as const);
  return { ...policy, sources: { ...Object.fromEntries(declared), ...policy.sources } };
}

/** How far a source is trusted, 1 to 100. */
export function trustOf(source: string, { sources, defaultTrust }: SurvivorshipPolicy): number {
  return (Object.hasOwn(sources, source) ? sources[source] : undefined) ?? defaultTrust;
}
