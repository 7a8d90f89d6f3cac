import { foldLetters } from '../../identity/resolution/persons/name-words.js';
import type { StandardName } from './name.types.js';

/** What the spellings of one name share: María José and MARIA JOSE, Ma. José and María José. */
export function nameKey({ given, surnames, married, generation }: StandardName): string {
  return [given ?? '', surnames.join(' '), married ?? '', generation ?? ''].map(fold).join('|');
}

/** How much of a name is there: given names written out count, up to three, and surnames, up to two. Initials count half. */
export function nameCompleteness({ given, surnames }: StandardName): number {
  const words = (given ?? '').split(' ').filter((word) => word !== '');
  const weights = words.slice(0, 3).map((word) => (/^\p{L}\.?$/u.test(word) ? 0.5 : 1));
  return weights.reduce((sum, weight) => sum + weight, 0) + Math.min(2, surnames.length);
}

/** Letters with accents: of two spellings of one name the one that has them lost less. */
export function accentsOf(text: string): number {
  return text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;
}

function fold(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{M}?]+/gu, ' ')
    .trim();
}
