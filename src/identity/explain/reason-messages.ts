import type { ContestReason } from '../resolution/evidence.types.js';
import type { WhyNotCode } from './why-not.js';

/** A reason in a sentence. `exceeded` names kinds of identifier of which there would be too many. */
export function messageOf(
  code: WhyNotCode,
  contestReasons: readonly ContestReason[],
  exceeded: readonly string[],
): string {
  switch (code) {
    case 'DECIDED':
      return 'A steward decided that these are different people.';
    case 'DIFFERENT_REALM':
      return 'They belong to different realms, which never link.';
    case 'NO_SHARED_IDENTIFIER':
      return 'No record of the one customer holds an identifier of the other.';
    case 'TYPE_DOES_NOT_LINK':
      return 'Identifiers of this type are kept and join nobody by policy.';
    case 'BLOCKED':
      return 'It is a placeholder or was blocked by decision, so it joins nobody.';
    case 'GENERIC':
      return 'More records hold it than one person would have, so it joins nobody.';
    case 'HELD':
      return 'One side only holds it by a statement that waits: its source is held, or more records hang together than a request may resolve.';
    case 'WITHHELD':
      return 'One side only holds it by a statement that does not count.';
    case 'RECORD_IN_CONFLICT':
      return 'A record holds more identifiers of this type than one person has, so it links through none of them.';
    case 'DIFFERENT_TENURE':
      return 'They held it at different times.';
    case 'CONTESTED':
      return `It joins only records that belong together. ${contestReasons.map((each) => told(each, exceeded)).join(' ')}`;
    case 'UNDECIDED':
      return 'It is shared by people who are told apart, and one side could be any of them.';
  }
}

function told(reason: ContestReason, exceeded: readonly string[]): string {
  switch (reason) {
    case 'CAPACITY':
      return `Together these would hold more ${exceeded.join(', ') || 'identifiers'} than one person has.`;
    case 'NEVER':
      return 'It was decided that these are different people.';
    case 'PERSONS':
      return 'The names or birth dates of these contradict each other.';
    case 'REALM':
      return 'These belong to different realms.';
  }
}
