import type { NewId } from '../../src/kernel/ids.js';

/** Ids whose order says nothing about their age, the same ones each time. */
export function scatteredIds(prefix = 'c'): NewId {
  let given = 0;
  return () => {
    given += 1;
    const number = (given * 379) % 1_009;
    return `${prefix}${String(Math.floor(given / 1_009) * 1_009 + number).padStart(4, '0')}`;
  };
}
