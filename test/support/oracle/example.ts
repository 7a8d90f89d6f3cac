import type {
  AttachmentEvidence,
  DecisionEvidence,
  DecisionSide,
  Evidence,
  RecordEvidence,
} from '../../../src/identity/resolution/evidence.types.js';
import type { Policy, TypePolicy } from '../../../src/identity/policy/policy.types.js';
import { type IdentifierKey, identifierKey, type RecordKey, recordKey } from '../../../src/kernel/ids.js';

/** What an example says about a record; everything else is the dullest possible value. */
interface RecordExample {
  readonly given?: string;
  readonly birthDate?: string;
  readonly realm?: string;
}

/** The default policy's strengths and guards with capacities that two or three records reach. */
export const EXAMPLE_POLICY: Policy = {
  version: 'example-1',
  keyRules: 'keys-1',
  unknownSources: 'accept',
  componentMax: 10_000,
  breaker: null,
  types: {
    SSO: rule({ strength: 1, guard: 'no', capacity: 1 }),
    EXTERNAL_ID: rule({ strength: 3, guard: 'no', capacity: null }),
    LOYALTY: rule({ strength: 4, guard: 'contradiction', capacity: 2 }),
    EMAIL: rule({ strength: 6, guard: 'contradiction', capacity: null }),
    PHONE: rule({ strength: 7, guard: 'contradiction', capacity: null }),
    NOTE: rule({ strength: 8, guard: 'contradiction', capacity: null, links: false }),
  },
};

function rule(type: Pick<TypePolicy, 'strength' | 'guard' | 'capacity'> & Partial<TypePolicy>): TypePolicy {
  return { maxRecords: 3, links: true, format: 'example', ...type };
}

/** `id('EMAIL:1')`, or `id('SSO:1@google')` within a namespace. */
export function id(short: string): IdentifierKey {
  const { type, namespace, value } = parseShort(short);
  return identifierKey('default', type, namespace, value);
}

function parseShort(short: string): { type: string; namespace: string; value: string } {
  const [, type = '', value = '', namespace = ''] = /^(\w+):(\w+)@?(\w*)$/.exec(short) ?? [];
  return { type, value, namespace };
}

/** An attachment as an example writes it: `'EMAIL:1'`, or with what is unusual about it. */
export function on(short: string, unusual: Partial<AttachmentEvidence> = {}): AttachmentEvidence {
  const { type, namespace } = parseShort(short);
  return { identifier: id(short), type, namespace, capturedAt: null, tenure: 0, active: true, ...unusual };
}

/** A record of one source called `name`. */
export function record(
  name: string,
  attachments: readonly (string | AttachmentEvidence)[],
  { given, birthDate, realm }: RecordExample = {},
): RecordEvidence {
  return {
    key: key(name),
    realm: realm ?? 'default',
    person: { given: given === undefined ? [] : [given], family: [], birthDate: birthDate ?? null },
    attachments: attachments.map((one) => (typeof one === 'string' ? on(one) : one)),
  };
}

/** The key of the record that `record(name, …)` makes. */
export function key(name: string): RecordKey {
  return recordKey('s', name);
}

/** A decision whose sides are written as `'a b'` (records) or `'SSO:1'` (identifiers). */
export function decision(
  kind: DecisionEvidence['kind'],
  name: string,
  decidedAt: number,
  sides: string[],
): DecisionEvidence {
  return { id: name, kind, decidedAt, sides: sides.map(side) };
}

function side(text: string): DecisionSide {
  const words = text.split(' ');
  return {
    records: words.filter((word) => !word.includes(':')).map(key),
    identifiers: words.filter((word) => word.includes(':')).map(id),
  };
}

/** Evidence of these records and nothing unusual but what is given. */
export function evidence(records: readonly RecordEvidence[], unusual: Partial<Evidence> = {}): Evidence {
  return { records, decisions: [], blocked: new Set(), generic: new Set(), ...unusual };
}

/** Groups as short text: `'a b | c'`. */
export function written(groups: readonly (readonly RecordKey[])[]): string {
  return groups.map((group) => group.map((one) => one.slice('s|'.length)).join(' ')).join(' | ');
}
