import { foldLetters } from '../../identity/resolution/persons/name-words.js';
import { isOrganization } from '../../identity/resolution/persons/person-of.js';
import { NAME_FIELDS } from '../../attributes/name/standardise-name.js';
import { standardiseCode } from '../../attributes/standardise-code.js';
import type { Statement } from './statement.js';
import type { Candidate } from './survive.js';

const GROUPED: ReadonlySet<string> = new Set([...NAME_FIELDS, 'birthDate', 'address']);
/** What sources write where they know nothing. */
const NOTHING =
  /^(?:n\/?[ad]|s\/?d|null|none|nil|undefined|unknown|desconocid[oa]|desconhecid[oa]|no aplica|sin datos?|[-.?_\s]+)$/i;

/** Attributes that survive by themselves, with what each record says: whole, also where it is an object or a list. */
export function attributeCandidates(statements: readonly Statement[]): ReadonlyMap<string, Candidate<unknown>[]> {
  const byName = new Map<string, Candidate<unknown>[]>();
  for (const { member, origin, trust } of statements) {
    const isPerson = !isOrganization(member.attributes);
    for (const [name, raw] of Object.entries(member.attributes)) {
      // The name of an organisation is no person's, and stays an attribute.
      if (GROUPED.has(name) && (isPerson || !NAME_FIELDS.includes(name))) continue;
      const value = standardiseCode(name, raw);
      const usable = !(typeof value === 'string' && (value === '' || NOTHING.test(value)));
      const text = JSON.stringify(value);
      const key = usable ? foldLetters(text) : `!${text}`;
      const known = byName.get(name) ?? [];
      known.push({ origin, trust, value, key, usable, valid: usable, completeness: 1, spelling: 0 });
      byName.set(name, known);
    }
  }
  return byName;
}

export function showAttribute(value: unknown): unknown {
  return value;
}
