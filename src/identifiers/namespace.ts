import { cleanText } from './clean-text.js';
import { LIMITS } from '../kernel/limits.js';

export type CleanNamespace =
  { readonly ok: true; readonly namespace: string } | { readonly ok: false; readonly message: string };

/**
 * A namespace without padding and invisible characters, '' when there is none. `|` is refused, as it divides the parts of
 * an identifier's key. Each type gives it its canonical form.
 */
export function cleanNamespace(raw: string | null | undefined): CleanNamespace {
  if (raw === null || raw === undefined) return { ok: true, namespace: '' };
  const cleaned = cleanText(raw, LIMITS.namespaceChars);
  if (!cleaned.ok) {
    if (cleaned.fault === 'EMPTY') return { ok: true, namespace: '' };
    const limit = `a namespace has at most ${LIMITS.namespaceChars} characters`;
    return { ok: false, message: cleaned.fault === 'TOO_LONG' ? limit : 'a namespace has no control characters' };
  }
  if (cleaned.text.includes('|')) return { ok: false, message: 'a namespace has no |' };
  return { ok: true, namespace: cleaned.text };
}
