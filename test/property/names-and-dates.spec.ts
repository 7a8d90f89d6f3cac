import { describe, expect, test } from '@jest/globals';
import { generate } from '../../bench/generator/generate.mjs';
import { standardiseBirthDate } from '../../src/attributes/date/standardise-birth-date.js';
import type { NameReading } from '../../src/attributes/name/name.types.js';
import { NAME_FIELDS, nameAttributes, standardiseName } from '../../src/attributes/name/standardise-name.js';
import { GIVEN_ABBREVIATIONS } from '../../src/identity/resolution/persons/data/name-parts.js';
import { SURNAME_ABBREVIATIONS } from '../../src/identity/resolution/persons/data/surnames.js';
import { foldLetters, nameWords } from '../../src/identity/resolution/persons/name-words.js';
import { opencrAttributes, senzingAttributes } from '../support/labelled-records.js';

type Attributes = Readonly<Record<string, unknown>>;

/** Words of the raw name that no part of its standard form holds. */
function lost(raw: Attributes, { name }: NameReading): string[] {
  const { raw: _raw, problems: _problems, ...parts } = { raw: null, problems: null, ...name };
  const kept = foldLetters(JSON.stringify(parts)).replace(/[^\p{L}\p{M}?]/gu, '');
  const text = NAME_FIELDS.flatMap((field) => (typeof raw[field] === 'string' ? raw[field] : [])).join(' ');
  const words = nameWords(text, 1_000).map((word) => word.text);
  const meant = (word: string) => [word, GIVEN_ABBREVIATIONS.get(word), SURNAME_ABBREVIATIONS.get(word)];
  // A lost letter may be written as the digit that stands for it.
  return words.filter((word) => !word.includes('?') && !meant(word).some((each) => each && kept.includes(each)));
}

/** A name, or the mark that words stand there which name nobody; whatever else it says is in a part of it. */
function expectWholeName(attributes: Attributes): void {
  const raw = nameAttributes(attributes);
  // Where the parts are given, the full name only repeats them.
  const said = raw['givenName'] === undefined ? raw : { ...raw, fullName: '', name: '' };
  const reading = standardiseName(attributes);
  if (reading.problems.includes('PLACEHOLDER') || Object.keys(raw).length === 0) return;
  expect({ raw, lost: reading.name === null ? ['everything'] : lost(said, reading) }).toEqual({ raw, lost: [] });
}

describe('names and dates of the labelled data', () => {
  test("OpenCR's patients standardise without a lost value", () => {
    const all = opencrAttributes();
    expect(all.length).toBeGreaterThan(1_000);
    for (const attributes of all) {
      expectWholeName(attributes);
      const { birthDate } = attributes;
      if (birthDate !== undefined) expect(standardiseBirthDate(birthDate).value).toBe(birthDate);
    }
    const marked = all.filter((each) => standardiseName(each).problems.includes('PLACEHOLDER'));
    expect(marked.length).toBeLessThan(all.length / 100);
  });

  test('the generated Latin American set, spoiled as it is, standardises without a lost value', () => {
    const all = [...generate({ records: 2_000, seed: 11, dirt: 'high' })];
    for (const { record } of all) expectWholeName(record.attributes);
    const marked = all.filter(({ record }) => standardiseName(record.attributes).problems.includes('PLACEHOLDER'));
    expect(marked.length).toBeLessThan(all.length / 100);
    const dated = all.filter(({ record }) => 'birthDate' in record.attributes);
    expect(dated.length).toBeGreaterThan(500);
    for (const { record, country } of dated) {
      const { birthDate: raw } = record.attributes as Attributes;
      const read = standardiseBirthDate(raw, { country, knownOn: '2026-01-31' });
      expect({ raw, problem: read.problem }).toEqual({ raw, problem: read.value === null ? 'PLACEHOLDER_DATE' : null });
    }
  });

  test('the Senzing truth set, which is from everywhere, standardises without a lost value', () => {
    for (const attributes of senzingAttributes()) {
      expectWholeName(attributes);
      const { birthDate: raw } = attributes;
      if (raw !== undefined)
        expect({ raw, value: standardiseBirthDate(raw, { country: 'US' }).value === null }).toEqual({
          raw,
          value: false,
        });
    }
  });
});
