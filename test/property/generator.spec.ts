import { describe, expect, test } from '@jest/globals';
import { generate } from '../../bench/generator/generate.mjs';
import { normalise } from '../../src/identifiers/registry.js';
import { DEFAULT_POLICY } from '../../src/identity/policy/default-policy.js';

const RECORDS = 20_000;
const all = [...generate({ records: RECORDS, seed: 7 })];

/** Whether the service understands the identifier, and whether it takes it for a placeholder. */
function judge(identifier: { type: string; value: string; namespace?: string }, country: string): string {
  const format = DEFAULT_POLICY.types[identifier.type]?.format ?? '';
  const result = normalise(identifier, { addressCountry: country }, format);
  return result.ok ? result.identifier.quality : result.problem.code;
}

describe('generated records', () => {
  test('are the same for one seed and others for another', () => {
    const again = [...generate({ records: 500, seed: 7 })];
    expect(again).toEqual(all.slice(0, 500));
    expect([...generate({ records: 500, seed: 8 })]).not.toEqual(again);
  });

  test('have unique keys, and people in the declared proportions', () => {
    expect(new Set(all.map(({ record }) => `${record.source}|${record.recordId}`)).size).toBe(RECORDS);
    const sizes = new Map<string, number>();
    for (const { entity } of all) sizes.set(entity, (sizes.get(entity) ?? 0) + 1);
    const singles = [...sizes.values()].filter((size) => size === 1).length;
    // People whose other records come after the end look single, so a little above the 60 %.
    expect(singles / sizes.size).toBeGreaterThan(0.55);
    expect(singles / sizes.size).toBeLessThan(0.75);
    expect(new Set(all.map(({ country }) => country)).size).toBe(9);
  });

  test('whose national id nothing happened to have a valid one', () => {
    const untouched = all.filter(({ operations }) => !operations.some((operation) => operation.startsWith('id.')));
    const judged = untouched.flatMap(({ record, country }) =>
      record.identifiers
        .filter(({ type }) => type === 'NATIONAL_ID')
        .map((identifier) => `${identifier.namespace} ${judge(identifier, country)}`),
    );
    expect(new Set(judged.map((text) => text.split(' ')[0])).size).toBe(9);
    expect(judged.filter((text) => !text.endsWith(' ok'))).toEqual([]);
  });

  test('hold phones that the service can read, however they are written', () => {
    const judged = all.flatMap(({ record, country }) =>
      record.identifiers
        .filter(({ type }) => type === 'PHONE')
        .map((identifier) => `${country} ${judge(identifier, country)} ${identifier.value}`),
    );
    const unread = judged.filter((text) => !text.includes(' ok '));
    expect(judged.length).toBeGreaterThan(5_000);
    expect(unread.length / judged.length).toBeLessThan(0.01);
  });

  test('name what went wrong: every class of error occurs', () => {
    const seen = new Set(all.flatMap(({ operations }) => operations));
    expect([...seen].filter((operation) => operation.startsWith('name.')).length).toBeGreaterThanOrEqual(15);
    for (const operation of [
      'phone.mx-1',
      'phone.ar-15',
      'phone.br-without-nine',
      'id.lost-zero',
      'id.dni-cuit',
      'date.day-month-swapped',
      'email.placeholder',
    ]) {
      expect(seen).toContain(operation);
    }
    const hard = new Set(all.map(({ hardness }) => hardness));
    expect(hard).toEqual(new Set([null, 'twins', 'namesakes', 'household', 'shared-device', 'recycled-phone']));
  });
});
