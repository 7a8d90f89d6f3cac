import type { Parameters } from 'fast-check';

/**
 * Settings of one property. `HUELLA_PROPERTY_RUNS` replaces the default number of runs (for a long night) and
 * `HUELLA_PROPERTY_SEED` repeats an earlier run. The seed is printed at the start, so that it is known even when the
 * process is killed; fast-check prints it again, with the path, in a failure.
 */
export function runSettings<Ts>(name: string, defaultRuns: number): Parameters<Ts> {
  const seed = wholeNumber('HUELLA_PROPERTY_SEED') ?? Math.floor(Math.random() * 2 ** 31);
  const numRuns = wholeNumber('HUELLA_PROPERTY_RUNS') ?? defaultRuns;
  process.stdout.write(`property "${name}": ${numRuns} runs, HUELLA_PROPERTY_SEED=${seed}\n`);
  return { seed, numRuns };
}

function wholeNumber(variable: string): number | null {
  const text = process.env[variable];
  if (text === undefined || text === '') return null;
  if (!/^-?\d+$/.test(text)) throw new Error(`${variable} must be a whole number`);
  return Number(text);
}
