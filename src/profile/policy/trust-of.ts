import type { SurvivorshipPolicy } from './survivorship.types.js';

/**
 * How far a source is trusted, 1 to 100. The one place that says so: when sources are declared with their trust, it is asked
 * here, and what the survivorship policy names goes before it.
 */
export function trustOf(source: string, { sources, defaultTrust }: SurvivorshipPolicy): number {
  return (Object.hasOwn(sources, source) ? sources[source] : undefined) ?? defaultTrust;
}
