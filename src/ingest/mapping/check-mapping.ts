import {
  asList,
  type AttributeText,
  type ConditionText,
  type FieldText,
  type InstantText,
  type MappingText,
} from './compile-mapping.js';
import { BUILT_IN_CONVERSIONS } from './convert.js';
import { isDateFormat } from './dates.js';
import { placesOf } from './template.js';

/** Formats of a moment besides date formats. */
const INSTANT_FORMATS = ['iso', 'epoch-seconds', 'epoch-millis', 'number'];

type Check = (path: string, problem: string) => void;

function checkConversion(name: string | undefined, path: string, text: MappingText, say: Check): void {
  const known = [...BUILT_IN_CONVERSIONS, ...Object.keys(text.tables ?? {})];
  if (name !== undefined && !known.includes(name)) say(path, `${name} is no conversion; known: ${known.join(', ')}`);
}

function checkConditions(when: ConditionText | readonly ConditionText[] | undefined, path: string, say: Check): void {
  for (const condition of asList(when)) {
    const tests = [condition.is, condition.isNot, condition.present, condition.matches];
    if (tests.filter((test) => test !== undefined).length !== 1) {
      say(path, 'needs exactly one of is, isNot, present, matches besides column');
    }
    if (condition.matches !== undefined && !isPattern(condition.matches)) {
      say(`${path}.matches`, 'is no regular expression');
    }
  }
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'iu') instanceof RegExp;
  } catch {
    return false;
  }
}

function checkField(field: string | FieldText, path: string, text: MappingText, say: Check): void {
  if (typeof field === 'string') return;
  if ((field.from === undefined) === (field.constant === undefined)) say(path, 'needs either from or constant');
  if (field.date !== undefined && field.as !== undefined) say(path, 'has both date and as; keep one');
  for (const format of asList(field.date)) {
    if (!isDateFormat(format))
      say(`${path}.date`, `${format} is no date format; write for example YYYY-MM-DD or M/D/YY`);
  }
  checkConversion(field.as, `${path}.as`, text, say);
  checkConditions(field.when, `${path}.when`, say);
}

function checkAttribute(rule: AttributeText, path: string, text: MappingText, say: Check): void {
  const isGroup = typeof rule === 'object' && 'group' in rule;
  const fields = isGroup
    ? Object.entries(rule.group).map(([name, field]) => [`${path}.group.${name}`, field] as const)
    : [[path, rule] as const];
  for (const [where, field] of fields) checkField(field, where, text, say);
}

function checkInstant(rule: InstantText | undefined, path: string, say: Check): void {
  if (rule === undefined || typeof rule === 'string') return;
  for (const format of asList(rule.format)) {
    if (INSTANT_FORMATS.includes(format) || isDateFormat(format)) continue;
    say(
      `${path}.format`,
      `${format} is none of ${INSTANT_FORMATS.join(', ')} and no date format such as YYYY-MM-DD HH:mm`,
    );
  }
}

function checkIdentifier(
  rule: NonNullable<MappingText['identifiers']>[number],
  path: string,
  text: MappingText,
  say: Check,
) {
  checkConversion(rule.as, `${path}.as`, text, say);
  checkConditions(rule.when, `${path}.when`, say);
  checkInstant(rule.since, `${path}.since`, say);
  checkInstant(rule.until, `${path}.until`, say);
  for (const place of placesOf(rule.namespace ?? '')) checkConversion(place.as, `${path}.namespace`, text, say);
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label) instanceof TextDecoder;
  } catch {
    return false;
  }
}

/** What the schema cannot say: names that must exist, formats that must be readable, one test per condition. */
export function checkMapping(text: MappingText): string[] {
  const problems: string[] = [];
  const say: Check = (path, problem) => problems.push(`${path} ${problem}`);
  if (text.encoding !== undefined && !isEncoding(text.encoding))
    say('encoding', `${text.encoding} is not known; write for example windows-1252`);
  checkField(text.source, 'source', text, say);
  checkInstant(text.sourceVersion, 'sourceVersion', say);
  checkInstant(text.capturedAt, 'capturedAt', say);
  checkConditions(text.skip, 'skip', say);
  text.identifiers?.forEach((rule, at) => checkIdentifier(rule, `identifiers[${at}]`, text, say));
  for (const [name, rule] of Object.entries(text.attributes ?? {}))
    checkAttribute(rule, `attributes.${name}`, text, say);
  if (text.truth && (text.truth.clusters === undefined) === (text.truth.pairs === undefined)) {
    say('truth', 'needs either clusters or pairs');
  }
  return problems;
}
