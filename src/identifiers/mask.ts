/**
 * Masked form of an opaque value: three stars and its last characters. Shows four of twelve or more, three of eight to
 * eleven, two of five to seven, and nothing of shorter ones, so that never more than about a third is revealed.
 * Counts code points, so a character outside the basic plane is not cut in half.
 */
export function maskTail(value: string): string {
  const points = Array.from(value);
  return `***${points.slice(points.length - shown(points.length)).join('')}`;
}

function shown(length: number): number {
  if (length >= 12) return 4;
  if (length >= 8) return 3;
  return length >= 5 ? 2 : 0;
}
