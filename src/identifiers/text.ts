import { lowerCase } from './fold-case.js';
import type { NormaliseResult } from './identifier.types.js';
import { maskTail } from './mask.js';
import { understood } from './outcome.js';
import { isEmptyValue } from './placeholder.js';

/** Types that only a policy declares: the value counts exactly as written, the namespace in lower case and optional. */
export function normaliseText(value: string, namespace: string): NormaliseResult {
  return understood({
    type: 'TEXT',
    namespace: lowerCase(namespace),
    canonical: value,
    display: maskTail(value),
    quality: isEmptyValue(value) ? 'placeholder' : 'ok',
  });
}
