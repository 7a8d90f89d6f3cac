import { lowerCase } from './fold-case.js';
import type { NormaliseResult } from './identifier.types.js';
import { maskTail } from './mask.js';
import { refused, understood } from './outcome.js';
import { isEmptyValue } from './placeholder.js';

/**
 * Reads the id of a person in another system. The namespace is that system, in lower case, and required: every system has
 * a customer 17. The value counts exactly, case included, because systems exist whose ids differ by case alone (Salesforce's
 * of 15 characters). `null`, `0` and the like are placeholders.
 */
export function normaliseExternalId(value: string, namespace: string): NormaliseResult {
  if (namespace === '')
    return refused('INVALID_NAMESPACE', 'an external id needs the system that issued it as namespace');
  return understood({
    type: 'EXTERNAL_ID',
    namespace: lowerCase(namespace),
    canonical: value,
    display: maskTail(value),
    quality: isEmptyValue(value) ? 'placeholder' : 'ok',
  });
}
