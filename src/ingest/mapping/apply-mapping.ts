import type { IncomingIdentifier, IncomingRecord, RowOutcome, RowProblem } from '../record.types.js';
import type { IdentifierRule, Mapping } from './mapping.types.js';
import { partWith, readField, readFieldOfPart, readInstantOfPart, type Reading } from './read-field.js';
import { holds, partsOf, type Parts, type Row } from './row.js';
import { fill } from './template.js';

/**
 * The source record that `row` is by `mapping`. A value that cannot be read is left out with a warning that names the
 * field and the column; only a missing source or record id, or a version that cannot be read, rejects the row.
 */
export function applyMapping(mapping: Mapping, row: Row): RowOutcome {
  const parts = partsOf(row, mapping.lists);
  if (mapping.skip.some((condition) => holds(condition, parts, parts.base, mapping.empty))) return { kind: 'skip' };
  const source = readField(mapping.source, 'source', mapping, parts);
  const recordId = readField(mapping.recordId, 'recordId', mapping, parts);
  const version = mapping.sourceVersion ? readFirstInstant(mapping, parts, 'sourceVersion') : {};
  const problem = source.problem ?? recordId.problem ?? version.problem;
  if (problem) return { kind: 'reject', problem };
  if (source.value === undefined) return missing('source', mapping.source.from);
  if (recordId.value === undefined) return missing('recordId', mapping.recordId.from);

  const warnings: RowProblem[] = [];
  const keep = (reading: Reading): string | undefined => {
    if (reading.problem) warnings.push(reading.problem);
    return reading.value;
  };
  const capturedAt = mapping.capturedAt ? keep(readFirstInstant(mapping, parts, 'capturedAt')) : undefined;
  const record: IncomingRecord = {
    source: source.value,
    recordId: recordId.value,
    ...(version.value !== undefined && { sourceVersion: version.value }),
    ...(capturedAt !== undefined && { capturedAt }),
    identifiers: mapping.identifiers.flatMap((rule) => identifiersOf(rule, mapping, parts, warnings)),
    attributes: attributesOf(mapping, parts, keep),
    ...(mapping.country && { sourceCountry: mapping.country }),
  };
  return { kind: 'record', record, warnings };
}

function missing(field: string, columns: readonly string[]): RowOutcome {
  const message = `column ${columns.join(' or ')} is missing or empty`;
  return { kind: 'reject', problem: { code: 'MISSING_KEY', field, message } };
}

function readFirstInstant(mapping: Mapping, parts: Parts, field: 'sourceVersion' | 'capturedAt'): Reading {
  const rule = mapping[field];
  const part = rule && partWith(rule.from, parts, mapping.empty);
  if (!rule || !part) return {};
  const reading = readInstantOfPart(rule, field, mapping, part);
  if (!reading.problem || field !== 'sourceVersion') return reading;
  return { problem: { ...reading.problem, code: 'INVALID_VERSION' } };
}

/** One identifier for every part of the row that has the rule's column. */
function identifiersOf(rule: IdentifierRule, mapping: Mapping, parts: Parts, warnings: RowProblem[]) {
  const found: IncomingIdentifier[] = [];
  for (const part of parts.all) {
    const field = `identifiers.${rule.type}`;
    const value = readFieldOfPart(rule, field, mapping, parts, part);
    if (value.problem) warnings.push(value.problem);
    if (value.value === undefined) continue;
    const namespace = rule.namespace === undefined ? undefined : fill(rule.namespace, mapping, parts, part);
    if (namespace && !namespace.ok) {
      warnings.push({ code: 'MISSING_NAMESPACE', field: `${field}.namespace`, message: namespace.why });
      continue;
    }
    const since = rule.since ? readInstantOfPart(rule.since, `${field}.since`, mapping, part) : {};
    const until = rule.until ? readInstantOfPart(rule.until, `${field}.until`, mapping, part) : {};
    for (const { problem } of [since, until]) if (problem) warnings.push(problem);
    found.push({
      type: rule.type,
      value: value.value,
      ...(namespace && { namespace: namespace.value }),
      ...(since.value !== undefined && { since: since.value }),
      ...(until.value !== undefined && { until: until.value }),
    });
  }
  return found;
}

function attributesOf(mapping: Mapping, parts: Parts, keep: (reading: Reading) => string | undefined) {
  const attributes: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(mapping.attributes)) {
    if (!('group' in rule)) {
      const value = keep(readField(rule, `attributes.${name}`, mapping, parts));
      if (value !== undefined) attributes[name] = value;
      continue;
    }
    const fields = Object.entries(rule.group);
    const part = partWith(
      fields.flatMap(([, field]) => field.from),
      parts,
      mapping.empty,
    );
    if (!part) continue;
    const group: Record<string, string> = {};
    for (const [key, field] of fields) {
      const value = keep(readFieldOfPart(field, `attributes.${name}.${key}`, mapping, parts, part));
      if (value !== undefined) group[key] = value;
    }
    if (Object.keys(group).length > 0) attributes[name] = group;
  }
  return attributes;
}
