import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { rulesContent, rulesPlace, rulesText } from '../../config/rules-file.js';
import { FORMATS } from '../../identifiers/registry.js';
import { KEY_RULES } from '../../identifiers/key-rules.js';
import { DEFAULT_BREAKER, DEFAULT_POLICY } from './default-policy.js';
import type { BreakerPolicy, Policy, TypePolicy } from './policy.types.js';

const type = {
  type: 'object',
  properties: {
    strength: { type: 'integer', minimum: 1, maximum: 1000 },
    guard: { enum: ['no', 'contradiction', 'agreement'] },
    capacity: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }] },
    maxRecords: { type: 'integer', minimum: 1, maximum: 10_000 },
    links: { type: 'boolean' },
    format: { enum: FORMATS },
  },
  additionalProperties: false,
} as const;
const breaker = {
  type: 'object',
  properties: {
    windowMinutes: { type: 'integer', minimum: 6, maximum: 1_440 },
    mergesMin: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    mergesPerHundred: { type: 'number', minimum: 0, maximum: 1_000 },
    growthMax: { type: 'integer', minimum: 10, maximum: 100_000 },
    passHours: { type: 'integer', minimum: 0, maximum: 720 },
  },
  additionalProperties: false,
} as const;
const schema = {
  type: 'object',
  properties: {
    version: { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]{0,63}$' },
    componentMax: { type: 'integer', minimum: 10, maximum: 100_000 },
    breaker: { anyOf: [breaker, { type: 'null' }] },
    unknownSources: { enum: ['accept', 'refuse'] },
    types: {
      type: 'object',
      propertyNames: { pattern: '^[A-Z][A-Z0-9_]{0,31}$' },
      additionalProperties: type,
      minProperties: 1,
    },
  },
  required: ['version', 'types'],
  additionalProperties: false,
} as const;

/** What a policy file says: types in full, or only what differs from the default policy's type of that name. */
interface PolicyFile {
  version: string;
  componentMax?: number;
  /** What differs from the default one; null for none. */
  breaker?: Partial<BreakerPolicy> | null;
  unknownSources?: Policy['unknownSources'];
  types: Record<string, Partial<TypePolicy>>;
}

const isPolicyFile = new Ajv({ allErrors: true }).compile<PolicyFile>(schema);

/** A policy file that cannot be used; the message names each place and what is allowed there. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}

const fault = (message: string): PolicyError => new PolicyError(message);

/** The policy of a file (YAML), or the default one without a file. Throws PolicyError when it cannot be used. */
export function loadPolicy(file: string | undefined): Policy {
  if (file === undefined) return DEFAULT_POLICY;
  const text = rulesText(file, fault);
  return readPolicy(text, file);
}

/** A policy from the text of a file; `name` is for messages. Types of the default policy that it leaves out stay. */
export function readPolicy(text: string, name: string): Policy {
  return policyFrom(rulesContent(text, name, 'policy', fault), name);
}

/** A policy from the content of a file. Throws PolicyError, whose message names places and repeats no value. */
export function policyFrom(content: unknown, name: string): Policy {
  if (!isPolicyFile(content)) {
    const problems = (isPolicyFile.errors ?? []).map(
      (each) => `${rulesPlace(each.instancePath)} ${each.message ?? ''}`,
    );
    throw new PolicyError(`${name} is not a policy: ${problems.join('; ')}`);
  }
  const named = Object.entries(content.types).map(([type, rules]) => [type, complete(type, rules, name)] as const);
  const types = { ...DEFAULT_POLICY.types, ...Object.fromEntries(named) };
  refuseGuardedBeforeUnguarded(types, name);
  const { componentMax, unknownSources } = { ...DEFAULT_POLICY, ...content };
  const breaker = content.breaker === null ? null : Object.freeze({ ...DEFAULT_BREAKER, ...content.breaker });
  const rules = { keyRules: KEY_RULES, types: Object.freeze(types), componentMax, breaker, unknownSources };
  return Object.freeze({ version: content.version, ...rules });
}

/**
 * Identifies the rules of a policy, whatever it is called. The breaker counts where it is not the default one, so that
 * graphs written before there was one keep their fingerprint.
 */
export function policyFingerprint(policy: Policy): string {
  const types = Object.entries(policy.types).sort(([a], [b]) => (a < b ? -1 : 1));
  const rules = types.map(([type, each]) => [
    type,
    each.strength,
    each.guard,
    each.capacity,
    each.maxRecords,
    each.links,
  ]);
  const hash = createHash('sha256')
    .update(JSON.stringify([rules, policy.componentMax, policy.unknownSources, ...breakerRules(policy.breaker)]))
    .digest('hex')
    .slice(0, 12);
  return `${policy.version} ${hash}`;
}

function breakerRules(breaker: BreakerPolicy | null): unknown[] {
  const figures = ({ windowMinutes, mergesMin, mergesPerHundred, growthMax, passHours }: BreakerPolicy): number[] => {
    return [windowMinutes, mergesMin, mergesPerHundred, growthMax, passHours];
  };
  const own = breaker && figures(breaker);
  return JSON.stringify(own) === JSON.stringify(figures(DEFAULT_BREAKER)) ? [] : [own];
}

function complete(type: string, rules: Partial<TypePolicy>, name: string): TypePolicy {
  const known = DEFAULT_POLICY.types[type];
  const { strength, guard, capacity, maxRecords, links = true, format = 'text' } = { ...known, ...rules };
  if (strength === undefined || guard === undefined || maxRecords === undefined) {
    throw new PolicyError(`${name} is not a policy: /types/${type} is new and must say strength, guard and maxRecords`);
  }
  return Object.freeze({ strength, guard, capacity: capacity ?? null, maxRecords, links, format });
}

/** Unguarded types must be stronger than guarded ones: a guard judges groups that strong identifiers have made. */
function refuseGuardedBeforeUnguarded(types: Readonly<Record<string, TypePolicy>>, name: string): void {
  const strengths = (guarded: boolean): number[] =>
    Object.values(types).flatMap((each) => ((each.guard !== 'no') === guarded ? each.strength : []));
  if (Math.max(...strengths(false)) >= Math.min(...strengths(true))) {
    throw new PolicyError(
      `${name} is not a policy: /types with guard "no" must be stronger (a smaller number) than guarded ones`,
    );
  }
}
