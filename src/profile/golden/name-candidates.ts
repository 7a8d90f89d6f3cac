import { accentsOf, nameCompleteness, nameKey } from '../../attributes/name/name-key.js';
import type { NameReading, StandardName } from '../../attributes/name/name.types.js';
import { standardiseName } from '../../attributes/name/standardise-name.js';
import type { Statement } from './statement.js';
import type { Candidate } from './survive.js';

/** A candidate for the name; `name` is null where the record names nobody. */
export type NameCandidate = Candidate<NameReading>;

/** What each record says about the person's name; records without one say nothing. A name stays whole. */
export function nameCandidates(statements: readonly Statement[]): NameCandidate[] {
  return statements.flatMap((statement) => {
    const value = standardiseName(statement.member.attributes, { country: statement.country });
    return Object.keys(value.raw).length === 0 ? [] : [candidate(statement, value)];
  });
}

function candidate({ origin, trust }: Statement, value: NameReading): NameCandidate {
  const { name, problems } = value;
  if (name === null) {
    const key = `!${JSON.stringify(value.raw)}`;
    return { origin, trust, value, key, usable: false, valid: false, completeness: 0, spelling: 0 };
  }
  const valid = problems.length === 0;
  const completeness = nameCompleteness(name);
  return {
    origin,
    trust,
    value,
    key: nameKey(name),
    usable: true,
    valid,
    completeness,
    spelling: accentsOf(name.full),
  };
}

/** How a name is shown among the alternatives: in full, or as the source sent it. */
export function showName({ name, raw }: NameReading): unknown {
  return name?.full ?? raw;
}

/** The name of a candidate that survived. */
export function survivingName({ name }: NameReading): StandardName {
  if (name === null) throw new Error('an unusable name survived');
  return name;
}
