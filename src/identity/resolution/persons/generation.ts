import type { Agreement, Person } from './person.types.js';

/** Whether a token of `family` tells generations apart (`+2` for Jr, Hijo, Filho…) instead of being a surname. */
export function isGenerationMark(token: string): boolean {
  return token.startsWith('+');
}

/** Agree when both name the same generation or none does; contradict when two different; otherwise unknown. */
export function compareGenerations(a: Person, b: Person): Agreement {
  const [first, second] = [generationOf(a), generationOf(b)];
  if (first === second) return 'AGREE';
  return first === undefined || second === undefined ? 'UNKNOWN' : 'CONTRADICT';
}

function generationOf(person: Person): string | undefined {
  const last = person.family.at(-1);
  return last !== undefined && isGenerationMark(last) ? last : undefined;
}
