import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { openRecords } from '../open-records.js';
import { MAPPING_SCHEMA } from './mapping.schema.js';
import { parseMapping } from './parse-mapping.js';

const docs = readFileSync('docs/mappings.md', 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(docs)?.[1] ?? '';

test('the example of the documentation does what it says', async () => {
  const parsed = parseMapping(block('yaml'));
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  const outcomes = [];
  for await (const outcome of openRecords(chunksOf(block('csv')), parsed.mapping)) outcomes.push(outcome);
  const record = { ...(JSON.parse(block('json')) as object), sourceCountry: 'MX' };
  expect(outcomes).toEqual([{ kind: 'record', line: 2, record, warnings: [] }]);
});

test('every key of a mapping is in the documentation', () => {
  const missing = Object.keys(MAPPING_SCHEMA.properties).filter((key) => !docs.includes(`\`${key}\``));
  expect(missing).toEqual([]);
});

async function* chunksOf(text: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(text));
}
