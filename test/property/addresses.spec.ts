import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { generate } from '../../bench/generator/generate.mjs';
import { standardiseAddress } from '../../src/attributes/address/standardise-address.js';
import type { StandardAddress } from '../../src/attributes/address/address.types.js';
import { findAdminArea } from '../../src/attributes/address/admin-areas.js';
import { countryOf } from '../../src/attributes/address/country-of.js';
import { rulesOf } from '../../src/attributes/address/countries/rules-of.js';
import { applyMapping } from '../../src/ingest/mapping/apply-mapping.js';
import { parseMapping } from '../../src/ingest/mapping/parse-mapping.js';
import type { Row } from '../../src/ingest/mapping/row.js';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Every letter and digit that the fields hold, without accents and case. */
function kept(address: StandardAddress): string {
  const { raw: _raw, problems: _problems, ...fields } = address;
  return compact(JSON.stringify(fields));
}

function compact(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a raw address that its standard form does not hold; country and area it may hold under another name. */
function lost(raw: unknown, address: StandardAddress): string[] {
  const all = kept(address);
  const texts = typeof raw === 'object' && raw !== null ? Object.values(raw) : [raw];
  const parts = texts
    .join(',')
    .split(',')
    .filter((part) => !isNamedOtherwise(part, address));
  const words = parts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !all.includes(compact(word)));
}

function isNamedOtherwise(part: string, { country, adminArea }: StandardAddress): boolean {
  if (country === null) return false;
  if (countryOf(part) === country) return true;
  return adminArea !== null && findAdminArea(part, country, rulesOf(country)) === adminArea.code;
}

/** The records of a demo file, as its mapping reads them. */
function demoAttributes(mapping: string, rows: readonly Row[]): Readonly<Record<string, unknown>>[] {
  const parsed = parseMapping(read(mapping));
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return rows.flatMap((row) => {
    const outcome = applyMapping(parsed.mapping, row);
    return outcome.kind === 'record' ? [outcome.record.attributes] : [];
  });
}

describe('addresses of the labelled data', () => {
  test('the generated Latin American set standardises without a lost value or a problem', () => {
    const addresses = [...generate({ records: 3_000, seed: 11 })].flatMap(({ record, country }) => {
      const { address } = record.attributes as { address?: Record<string, string> };
      return address?.['street'] === undefined ? [] : [{ raw: address, country }];
    });
    expect(addresses.length).toBeGreaterThan(1_000);
    for (const { raw } of addresses) {
      const address = standardiseAddress(raw);
      expect({ raw, problems: address.problems }).toEqual({ raw, problems: [] });
      expect(lost(raw, address)).toEqual([]);
      expect(address.missing.filter((field) => field !== 'dependentLocality')).toEqual([]);
      expect(address.adminArea?.code).toMatch(new RegExp(`^${address.country}-`));
    }
  });

  test('the Senzing truth set, which is from everywhere, standardises without a lost value', () => {
    const rows = ['customers', 'reference', 'watchlist'].flatMap((name) =>
      read(`demo/senzing/${name}.jsonl`)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Row),
    );
    const addresses = demoAttributes('mappings/senzing.yaml', rows).flatMap(({ address }) => address ?? []);
    expect(addresses.length).toBeGreaterThan(80);
    for (const raw of addresses) {
      const address = standardiseAddress(raw, { country: 'US' });
      expect({ raw, lost: lost(raw, address) }).toEqual({ raw, lost: [] });
    }
  });

  test('OpenCR has no addresses, and its records say so instead of failing', () => {
    const [header = '', ...lines] = read('demo/opencr/uganda_data_v21_20201501.csv').trim().split('\n');
    const columns = header.split(',');
    const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at] ?? '', cell])));
    const records = demoAttributes('mappings/opencr.yaml', rows);
    expect(records.length).toBeGreaterThan(1_000);
    for (const { address } of records) {
      expect(standardiseAddress(address, { country: 'UG' })).toMatchObject({
        country: 'UG',
        valid: false,
        problems: [{ code: 'NOT_AN_ADDRESS', field: 'rest' }],
      });
    }
  });
});
