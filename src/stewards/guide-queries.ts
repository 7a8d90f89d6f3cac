import { readFileSync } from 'node:fs';
import { guideQueryFile } from '../graph/files.js';
import { GUIDES } from './guides.js';

/** Texts of all queries of the guides by name. Read at the start: a missing file stops it. */
export function readGuideQueries(): ReadonlyMap<string, string> {
  const names = new Set(GUIDES.flatMap((guide) => guide.steps.map((step) => step.query)));
  return new Map([...names].map((name) => [name, readFileSync(guideQueryFile(name), 'utf8').trimEnd()]));
}
