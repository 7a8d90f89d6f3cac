import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyMapping } from '../../src/ingest/mapping/apply-mapping.js';
import { parseMapping } from '../../src/ingest/mapping/parse-mapping.js';
import type { Row } from '../../src/ingest/mapping/row.js';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

type Attributes = Readonly<Record<string, unknown>>;

/** Attributes of OpenCR's Ugandan patients, as their mapping reads them. */
export function opencrAttributes(): readonly Attributes[] {
  const [header = '', ...lines] = read('demo/opencr/uganda_data_v21_20201501.csv').trim().split('\n');
  const columns = header.split(',');
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at] ?? '', cell])));
  return mapped('mappings/opencr.yaml', rows);
}

/** Attributes of the Senzing truth set, as its mapping reads them. */
export function senzingAttributes(): readonly Attributes[] {
  const rows = ['customers', 'reference', 'watchlist'].flatMap((name) =>
    read(`demo/senzing/${name}.jsonl`)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row),
  );
  return mapped('mappings/senzing.yaml', rows);
}

function mapped(mapping: string, rows: readonly Row[]): readonly Attributes[] {
  const parsed = parseMapping(read(mapping));
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return rows.flatMap((row) => {
    const outcome = applyMapping(parsed.mapping, row);
    return outcome.kind === 'record' ? [outcome.record.attributes] : [];
  });
}
