import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyMapping } from './apply-mapping.js';
import { columnsOf } from './columns.js';
import type { Mapping } from './mapping.types.js';
import { parseMapping } from './parse-mapping.js';

function read(path: string): Mapping {
  const parsed = parseMapping(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.mapping;
}
const mappings = ['mappings/senzing.yaml', 'mappings/opencr.yaml'].map(read);

/** Values that cannot be mistaken for a word of a message. */
const SECRET = 'sécreto';
const value = fc.oneof(
  fc.string().map((text) => SECRET + text),
  fc.constantFrom('', ' ', `${SECRET} 19671207`, '19671207', '1/2/1980', 'Germany'),
  fc.double(),
  fc.jsonValue(),
);

function rowOf(mapping: Mapping) {
  const columns = columnsOf(mapping);
  const part = fc.dictionary(fc.constantFrom(...columns), value, { maxKeys: columns.length });
  const lists = Object.fromEntries(
    mapping.lists.map((list) => [list, fc.oneof(fc.array(fc.oneof(part, value)), value)]),
  );
  return fc.tuple(part, fc.record(lists)).map(([own, nested]) => ({ ...own, ...nested }));
}

test.each(mappings.map((mapping) => [mapping.format, mapping] as const))(
  'whatever a row of a %s file holds, it becomes a record, a refusal or nothing, and no message repeats a value',
  (_, mapping) => {
    fc.assert(
      fc.property(rowOf(mapping), (row) => {
        const outcome = applyMapping(mapping, row);
        const problems =
          outcome.kind === 'record' ? outcome.warnings : outcome.kind === 'reject' ? [outcome.problem] : [];
        for (const { field, message } of problems) expect(`${field} ${message}`).not.toContain(SECRET);
        if (outcome.kind !== 'record') return;
        expect(outcome.record.recordId.trim()).not.toBe('');
        for (const each of outcome.record.identifiers) expect(each.value.trim()).toBe(each.value);
        const { birthDate } = outcome.record.attributes;
        if (birthDate !== undefined) expect(birthDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
      { verbose: true, numRuns: 300 },
    );
  },
);
