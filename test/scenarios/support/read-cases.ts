import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { caseSchema } from './case.schema.js';
import type { ScenarioCase } from './case.types.js';

const FOLDER = fileURLToPath(new URL('../', import.meta.url));

const isCase = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<Omit<ScenarioCase, 'file'>>(caseSchema);

/** Every case of the folder, by file name. Throws when one is not understood, naming the file and each place in it. */
export function readCases(): ScenarioCase[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => readCase(readFileSync(join(FOLDER, file), 'utf8'), file));
}

/** One case from the text of a file. */
export function readCase(text: string, file: string): ScenarioCase {
  const content: unknown = parse(text);
  if (isCase(content)) return { ...content, file };
  const problems = (isCase.errors ?? []).map((each) => {
    const { additionalProperty } = each.params as { additionalProperty?: string };
    return `${each.instancePath || '/'} ${each.message ?? ''}${additionalProperty ? `: ${additionalProperty}` : ''}`;
  });
  throw new Error(`${file} is not a scenario:\n  ${problems.join('\n  ')}`);
}
