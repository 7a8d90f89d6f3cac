import { shareToken } from './match-tokens.js';
import type { NameToken } from './name-token.js';
import type { Names } from './person-names.js';
import type { Agreement } from './person.types.js';

/** Whether initials stand against the other's further names: Ana M. and Ana Luisa. */
export function clashes(initials: readonly string[], other: Names, rest: readonly NameToken[]): boolean {
  if (initials.length === 0) return false;
  if (rest.length === 0 && other.initials.length === 0) return false;
  return !initials.some(
    (letter) => other.initials.includes(letter) || rest.some((token) => token.initials.has(letter)),
  );
}

/** One side has initials alone. They agree only with support, and contradict when no name of the other fits any. */
export function judgeInitials(a: Names, b: Names, birth: boolean): Agreement {
  if (a.full.length === 0 && b.full.length === 0) {
    const shared = a.initials.filter((letter) => b.initials.includes(letter)).length;
    return isSupported(shared, a, b, birth) ? 'AGREE' : 'UNKNOWN';
  }
  const [short, long] = a.full.length === 0 ? [a, b] : [b, a];
  const fitting = short.initials.filter((letter) => fits(letter, long)).length;
  if (fitting > 0) return fitting === short.initials.length && isSupported(fitting, a, b, birth) ? 'AGREE' : 'UNKNOWN';
  return short.initials.some((letter) => long.family.some((token) => token.initials.has(letter)))
    ? 'UNKNOWN'
    : 'CONTRADICT';
}

/** One letter agrees with the birth date's help, two with a surname's: "J. García" is half a household. */
function isSupported(letters: number, a: Names, b: Names, birth: boolean): boolean {
  return letters > 0 && (birth || letters > 1) && shareToken(a.family, b.family);
}

function fits(letter: string, names: Names): boolean {
  return names.initials.includes(letter) || names.full.some((token) => token.initials.has(letter));
}

/** Whether an initial of one begins a given name of the other. */
export function fitsInitial(a: Names, b: Names): boolean {
  return a.initials.some((letter) => fits(letter, b));
}
