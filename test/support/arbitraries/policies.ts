import fc from 'fast-check';
import type { Policy, TypePolicy } from '../../../src/identity/policy/policy.types.js';

/** Types of the small worlds, strongest first. */
export const UNGUARDED_TYPES = ['SSO', 'NATIONAL_ID', 'EXTERNAL_ID'] as const;
export const GUARDED_TYPES = ['LOYALTY', 'EMAIL', 'PHONE'] as const;
/** In the policy, never links. */
export const UNLINKED_TYPE = 'NOTE';
/** In no policy. */
export const FOREIGN_TYPE = 'FOREIGN';

const maxRecords = fc.oneof({ weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) }, fc.constant(14));
const smallCapacity = fc.constantFrom(1, 1, 2, 2, 2, 3, null);

function typePolicy(strength: number, guard: TypePolicy['guard'], format: string): fc.Arbitrary<TypePolicy> {
  return fc.record({
    strength: fc.constant(strength),
    guard: fc.constant(guard),
    capacity: smallCapacity,
    maxRecords,
    links: fc.constant(true),
    format: fc.constant(format),
  });
}

function guardedType(strength: number, format: string): fc.Arbitrary<TypePolicy> {
  return fc
    .constantFrom<TypePolicy['guard']>('contradiction', 'contradiction', 'contradiction', 'agreement')
    .chain((guard) => typePolicy(strength, guard, format));
}

/** Policies with tiny capacities and `maxRecords`, so that a dozen records meet every limit. */
export const policies: fc.Arbitrary<Policy> = fc
  .record({
    SSO: typePolicy(1, 'no', 'sso'),
    NATIONAL_ID: typePolicy(2, 'no', 'national-id'),
    EXTERNAL_ID: typePolicy(3, 'no', 'external-id'),
    LOYALTY: guardedType(4, 'loyalty'),
    EMAIL: guardedType(6, 'email'),
    PHONE: guardedType(7, 'phone'),
    NOTE: typePolicy(8, 'no', 'note').map((type) => ({ ...type, links: false })),
  })
  .map((types) => ({
    version: 'test-1',
    keyRules: 'keys-1',
    types,
    componentMax: 10_000,
    breaker: null,
    unknownSources: 'accept' as const,
  }));
