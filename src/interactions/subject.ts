import type { IdentifierKey, RecordKey } from '../kernel/ids.js';
import type { SubjectKey } from './interaction.types.js';

/** Subject of interactions of a source record. The prefix tells it from an identifier's key, which may read the same. */
export function recordSubject(key: RecordKey): SubjectKey {
  return `record:${key}` as SubjectKey;
}

/** Subject of interactions of an identifier by itself. */
export function identifierSubject(key: IdentifierKey): SubjectKey {
  return `identifier:${key}` as SubjectKey;
}

/** Kind and key of a subject. */
export function subjectParts(subject: SubjectKey): { readonly kind: 'record' | 'identifier'; readonly key: string } {
  const at = subject.indexOf(':');
  return { kind: subject.slice(0, at) === 'record' ? 'record' : 'identifier', key: subject.slice(at + 1) };
}
