import { KEY_RULES } from '../../identifiers/key-rules.js';
import type { BreakerPolicy, Policy, TypePolicy } from './policy.types.js';

const STRONG = { guard: 'no', maxRecords: 10_000, links: true } as const;
const GUARDED = { guard: 'contradiction', links: true } as const;

const types: Record<string, TypePolicy> = {
  SSO: { ...STRONG, strength: 1, capacity: 1, format: 'sso' },
  NATIONAL_ID: { ...STRONG, strength: 2, capacity: 1, format: 'national-id' },
  EXTERNAL_ID: { ...STRONG, strength: 3, capacity: null, format: 'external-id' },
  LOYALTY: { ...GUARDED, strength: 4, capacity: 2, maxRecords: 50, format: 'loyalty' },
  SOCIAL: { ...GUARDED, strength: 5, capacity: 3, maxRecords: 20, format: 'social' },
  EMAIL: { ...GUARDED, strength: 6, capacity: null, maxRecords: 50, format: 'email' },
  PHONE: { ...GUARDED, strength: 7, capacity: null, maxRecords: 30, format: 'phone' },
  DEVICE: { ...GUARDED, strength: 8, capacity: null, maxRecords: 20, format: 'device' },
  COOKIE: { ...GUARDED, strength: 9, capacity: null, maxRecords: 20, format: 'cookie' },
};

/** Measured against what sources do in good health: docs/decisions/0014-circuit-breaker.md. */
export const DEFAULT_BREAKER: BreakerPolicy = Object.freeze({
  windowMinutes: 60,
  mergesMin: 200,
  mergesPerHundred: 25,
  growthMax: 1_000,
  passHours: 24,
});

/**
 * The policy of a service that was given none. The figures are those of the design (docs/policy.md): strengths follow
 * how personal a kind of identifier is, capacities how many of it one person has, `maxRecords` how many records of one
 * person are plausible before a value must be shared by many.
 */
export const DEFAULT_POLICY: Policy = Object.freeze({
  version: 'default-1',
  keyRules: KEY_RULES,
  types: Object.freeze(types),
  componentMax: 10_000,
  breaker: DEFAULT_BREAKER,
  unknownSources: 'accept',
});
