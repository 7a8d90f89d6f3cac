import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Mapping } from '../ingest/mapping/mapping.types.js';
import { parseMapping } from '../ingest/mapping/parse-mapping.js';
import { whyUnreadable } from '../config/why-unreadable.js';
import { CommandError } from './terminal.js';

/** The mapping in the file at `path`; throws `CommandError` with every mistake in it, one a line. */
export async function readMapping(path: string, cwd: string): Promise<Mapping> {
  const text = await readFile(resolve(cwd, path), 'utf8').catch((error: unknown) => {
    throw new CommandError(`${path}: ${whyUnreadable(error)}`);
  });
  const parsed = parseMapping(text);
  if (parsed.ok) return parsed.mapping;
  throw new CommandError(parsed.problems.map((problem) => `${path}: ${problem}`).join('\n'));
}
