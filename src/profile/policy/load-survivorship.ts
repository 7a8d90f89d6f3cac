import { Ajv } from 'ajv';
import { rulesContent, rulesPlace, rulesText } from '../../config/rules-file.js';
import { LIMITS } from '../../kernel/limits.js';
import { DEFAULT_SURVIVORSHIP } from './default-survivorship.js';
import { GROUPS, type GroupName, type Rule, type RuleName, type SurvivorshipPolicy } from './survivorship.types.js';

const trust = { type: 'integer', minimum: 1, maximum: 100 } as const;
const ruleNames = ['validity', 'trust', 'completeness', 'recency', 'frequency'] as const;
const rules = {
  type: 'array',
  minItems: 1,
  maxItems: 10,
  items: {
    anyOf: [
      { enum: ruleNames },
      {
        type: 'object',
        properties: { completeness: { type: 'number', exclusiveMinimum: 0, maximum: 1 } },
        required: ['completeness'],
        additionalProperties: false,
      },
    ],
  },
} as const;
const schema = {
  type: 'object',
  properties: {
    version: { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]{0,63}$' },
    sources: {
      type: 'object',
      // The driver takes names that begin with __ for those of its own types.
      propertyNames: { maxLength: LIMITS.recordKeyChars, pattern: '^(?!__)' },
      additionalProperties: trust,
      maxProperties: 1_000,
    },
    defaultTrust: trust,
    groups: {
      type: 'object',
      properties: Object.fromEntries(GROUPS.map((group) => [group, rules])),
      additionalProperties: false,
    },
    attributes: { type: 'object', additionalProperties: rules, maxProperties: 200 },
    otherAttributes: rules,
    contactTypes: {
      type: 'array',
      items: { type: 'string', pattern: '^[A-Z][A-Z0-9_]{0,31}$' },
      uniqueItems: true,
      maxItems: 20,
    },
  },
  required: ['version'],
  additionalProperties: false,
} as const;

type RuleText = RuleName | { completeness: number };

/** What a survivorship file says: only what differs from the default policy. */
interface SurvivorshipFile {
  version: string;
  sources?: Record<string, number>;
  defaultTrust?: number;
  groups?: Partial<Record<GroupName, RuleText[]>>;
  attributes?: Record<string, RuleText[]>;
  otherAttributes?: RuleText[];
  contactTypes?: string[];
}

const isSurvivorshipFile = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<SurvivorshipFile>(schema);

/** A survivorship file that cannot be used; the message names each place and what is allowed there. */
export class SurvivorshipError extends Error {
  override readonly name = 'SurvivorshipError';
}

const fault = (message: string): SurvivorshipError => new SurvivorshipError(message);

/** The policy of a file (YAML), or the default one without a file. Throws SurvivorshipError when it cannot be used. */
export function loadSurvivorship(file: string | undefined): SurvivorshipPolicy {
  if (file === undefined) return DEFAULT_SURVIVORSHIP;
  const text = rulesText(file, fault);
  return readSurvivorship(text, file);
}

/** A policy from the text of a file; `name` is for messages, which repeat no value. */
export function readSurvivorship(text: string, name: string): SurvivorshipPolicy {
  const content = rulesContent(text, name, 'survivorship policy', fault);
  if (!isSurvivorshipFile(content)) {
    const problems = (isSurvivorshipFile.errors ?? []).map(
      (each) => `${rulesPlace(each.instancePath)} ${each.message ?? ''}`,
    );
    throw new SurvivorshipError(`${name} is not a survivorship policy: ${[...new Set(problems)].join('; ')}`);
  }
  const { groups = {}, attributes = {}, otherAttributes, ...rest } = content;
  const policy: SurvivorshipPolicy = {
    ...DEFAULT_SURVIVORSHIP,
    ...rest,
    groups: { ...DEFAULT_SURVIVORSHIP.groups, ...readRules(groups) },
    attributes: readRules(attributes),
    otherAttributes: otherAttributes?.map(readRule) ?? DEFAULT_SURVIVORSHIP.otherAttributes,
  };
  return Object.freeze(policy);
}

function readRules(byName: Readonly<Record<string, readonly RuleText[]>>): Record<string, readonly Rule[]> {
  return Object.fromEntries(Object.entries(byName).map(([name, list]) => [name, list.map(readRule)]));
}

function readRule(rule: RuleText): Rule {
  return typeof rule === 'string' ? { rule, atLeast: null } : { rule: 'completeness', atLeast: rule.completeness };
}
