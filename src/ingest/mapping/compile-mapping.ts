import type {
  AttributeRule,
  Condition,
  FieldRule,
  IdentifierRule,
  InstantRule,
  Mapping,
  TruthRule,
} from './mapping.types.js';

/** What the schema lets through: short forms (a text instead of a list or a rule) are still there. */
type OneOrMore<T> = T | readonly T[];
export interface ConditionText {
  readonly column: string;
  readonly is?: readonly string[];
  readonly isNot?: readonly string[];
  readonly present?: boolean;
  readonly matches?: string;
}
export interface FieldText {
  readonly from?: OneOrMore<string>;
  readonly constant?: string;
  readonly join?: string;
  readonly as?: string;
  readonly date?: OneOrMore<string>;
  readonly when?: OneOrMore<ConditionText>;
}
export type InstantText =
  string | { readonly from: OneOrMore<string>; readonly format?: OneOrMore<string>; readonly offset?: string };
export interface IdentifierText extends FieldText {
  readonly type: string;
  readonly from: OneOrMore<string>;
  readonly namespace?: string;
  readonly since?: InstantText;
  readonly until?: InstantText;
}
export type AttributeText = string | FieldText | { readonly group: Readonly<Record<string, string | FieldText>> };
export interface MappingText {
  readonly format: 'csv' | 'jsonl';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly source: string | FieldText;
  readonly recordId: string | FieldText;
  readonly country?: string;
  readonly sourceVersion?: InstantText;
  readonly capturedAt?: InstantText;
  readonly lists?: OneOrMore<string>;
  readonly empty?: readonly string[];
  readonly twoDigitYearsFrom?: number;
  readonly tables?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly identifiers?: readonly IdentifierText[];
  readonly attributes?: Readonly<Record<string, AttributeText>>;
  readonly skip?: OneOrMore<ConditionText>;
  readonly truth?: {
    readonly clusters?: { source?: string; recordId: string; cluster: string };
    readonly pairs?: { leftSource?: string; left: string; rightSource?: string; right: string };
  };
}

/** 1930: birth dates of customers of 2030 who are up to a hundred years old read right; a mapping may say otherwise. */
const TWO_DIGIT_YEARS_FROM = 1930;

/** A text, a list of texts, or nothing, as a list. */
export function asList<T>(value: OneOrMore<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function compileCondition({ column, is, isNot, present, matches }: ConditionText): Condition {
  return { column, is, isNot, present, ...(matches !== undefined && { matches: new RegExp(matches, 'iu') }) };
}

function compileField(field: string | FieldText): FieldRule {
  if (typeof field === 'string') return { from: [field], when: [] };
  return {
    from: asList(field.from),
    constant: field.constant,
    join: field.join,
    as: field.as,
    ...(field.date !== undefined && { date: asList(field.date) }),
    when: asList(field.when).map(compileCondition),
  };
}

function compileInstant(rule: InstantText, ...format: string[]): InstantRule {
  if (typeof rule === 'string') return { from: [rule], format, offset: '+00:00' };
  return { from: asList(rule.from), format: asList(rule.format ?? format), offset: rule.offset ?? '+00:00' };
}

function compileIdentifier(rule: IdentifierText): IdentifierRule {
  const { from, join, as, when } = compileField(rule);
  return {
    type: rule.type,
    from,
    join,
    as,
    when,
    namespace: rule.namespace,
    ...(rule.since !== undefined && { since: compileInstant(rule.since, 'iso') }),
    ...(rule.until !== undefined && { until: compileInstant(rule.until, 'iso') }),
  };
}

function compileAttribute(rule: AttributeText): AttributeRule {
  if (typeof rule === 'string' || !('group' in rule)) return compileField(rule);
  const fields = Object.entries(rule.group).map(([name, field]) => [name, compileField(field)] as const);
  return { group: Object.fromEntries(fields) };
}

function compileTruth(truth: MappingText['truth']): TruthRule | undefined {
  if (truth?.clusters) return { kind: 'clusters', ...truth.clusters };
  return truth?.pairs && { kind: 'pairs', ...truth.pairs };
}

function compileTable(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).map(([key, value]) => [key.toLowerCase(), value]));
}

const mapValues = <From, To>(object: Readonly<Record<string, From>> | undefined, change: (value: From) => To) =>
  Object.fromEntries(Object.entries(object ?? {}).map(([name, value]) => [name, change(value)]));

/** The one form that the core works with, from a mapping that has passed schema and checks. */
export function compileMapping(text: MappingText): Mapping {
  const source: FieldText | string = typeof text.source === 'string' ? { constant: text.source } : text.source;
  return {
    format: text.format,
    encoding: text.encoding ?? 'utf-8',
    delimiter: text.delimiter ?? ',',
    source: compileField(source),
    recordId: compileField(text.recordId),
    country: text.country,
    ...(text.sourceVersion !== undefined && { sourceVersion: compileInstant(text.sourceVersion, 'number', 'iso') }),
    ...(text.capturedAt !== undefined && { capturedAt: compileInstant(text.capturedAt, 'iso') }),
    lists: asList(text.lists),
    empty: new Set(text.empty?.map((value) => value.trim().toLowerCase())),
    twoDigitYearsFrom: text.twoDigitYearsFrom ?? TWO_DIGIT_YEARS_FROM,
    tables: mapValues(text.tables, compileTable),
    identifiers: (text.identifiers ?? []).map(compileIdentifier),
    attributes: mapValues(text.attributes, compileAttribute),
    skip: asList(text.skip).map(compileCondition),
    truth: compileTruth(text.truth),
  };
}
