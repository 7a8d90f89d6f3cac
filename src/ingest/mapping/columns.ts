import type { AttributeRule, Condition, FieldRule, IdentifierRule, Mapping } from './mapping.types.js';
import { placesOf } from './template.js';

const ofConditions = (when: readonly Condition[]) => when.map(({ column }) => column);
const ofField = (rule: FieldRule) => [...rule.from, ...ofConditions(rule.when)];
const ofAttribute = (rule: AttributeRule) =>
  'group' in rule ? Object.values(rule.group).flatMap(ofField) : ofField(rule);

function ofIdentifier(rule: IdentifierRule): string[] {
  const moments = [...(rule.since?.from ?? []), ...(rule.until?.from ?? [])];
  const places = placesOf(rule.namespace ?? '').map(({ column }) => column);
  return [...rule.from, ...ofConditions(rule.when), ...moments, ...places];
}

/** Every column that a mapping reads, each once; a CSV file must have them all, so that a misspelt one is noticed. */
export function columnsOf(mapping: Mapping): string[] {
  return [
    ...new Set([
      ...ofField(mapping.source),
      ...ofField(mapping.recordId),
      ...(mapping.sourceVersion?.from ?? []),
      ...(mapping.capturedAt?.from ?? []),
      ...ofConditions(mapping.skip),
      ...mapping.identifiers.flatMap(ofIdentifier),
      ...Object.values(mapping.attributes).flatMap(ofAttribute),
    ]),
  ];
}
