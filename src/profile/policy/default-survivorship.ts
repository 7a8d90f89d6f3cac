import type { Rule, RuleName, SurvivorshipPolicy } from './survivorship.types.js';

function rules(...names: readonly RuleName[]): readonly Rule[] {
  return Object.freeze(names.map((rule) => Object.freeze({ rule, atLeast: null })));
}

/** An address that lacks a fifth of what its country's has is still enough to find somebody. */
const ENOUGH_OF_AN_ADDRESS: Rule = Object.freeze({ rule: 'completeness', atLeast: 0.75 });

/**
 * The policy of a service that was given none. People seldom change their names and never their birth dates, so there the
 * fullest and the commonest value survive; they move and change their numbers, so there the newest usable one does.
 */
export const DEFAULT_SURVIVORSHIP: SurvivorshipPolicy = Object.freeze({
  version: 'survivorship-1',
  sources: Object.freeze({}),
  defaultTrust: 50,
  groups: Object.freeze({
    name: rules('validity', 'trust', 'completeness', 'frequency', 'recency'),
    birthDate: rules('validity', 'trust', 'completeness', 'frequency', 'recency'),
    address: Object.freeze([
      ...rules('validity', 'trust'),
      ENOUGH_OF_AN_ADDRESS,
      ...rules('recency', 'completeness', 'frequency'),
    ]),
    contactPoints: rules('validity', 'trust', 'recency', 'frequency'),
  }),
  attributes: Object.freeze({}),
  otherAttributes: rules('trust', 'recency', 'frequency'),
  contactTypes: Object.freeze(['EMAIL', 'PHONE']),
});
