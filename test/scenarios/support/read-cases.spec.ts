import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkAnswer } from './check-answer.js';
import { expand, incomingRecords } from './expand.js';
import { readCase, readCases } from './read-cases.js';

const CASE = {
  scenarios: [2],
  title: 'a',
  shows: 'b',
  when: [{ upsert: [{ record: 'a/1' }] }],
  then: { customers: [] },
};
const read = (changes: object) => () => readCase(JSON.stringify({ ...CASE, ...changes }), '99-new.yaml');

describe('a case', () => {
  test('is read when it says what a case says', () => {
    expect(read({})()).toMatchObject({ file: '99-new.yaml', scenarios: [2] });
  });

  test.each([
    ['a part that does not exist', { than: {} }, "'than'|: than"],
    ['a number that no scenario has', { scenarios: [49] }, '/scenarios/0 must be <= 48'],
    ['nothing to compare', { then: {} }, '/then must NOT have fewer than 1 properties'],
    ['a check that does not exist', { then: { customer: [] } }, '/then must NOT have additional properties: customer'],
    ['a step that does nothing', { when: [{ outcomes: {} }] }, "/when/0 must have required property 'upsert'"],
  ])('with %s is refused with the place', (_, changes, message) => {
    expect(read(changes)).toThrow(new RegExp(`99-new.yaml is not a scenario:[^]*(${message})`));
  });
});

test('a range makes a record of each number', () => {
  expect(expand('a{1..3}@x.mx')).toEqual(['a1@x.mx', 'a2@x.mx', 'a3@x.mx']);
  const records = incomingRecords({ record: 'till/{8..9}', identifiers: { EMAIL: 'c{n}-{1..2}@x.mx' } });
  expect(records.map(({ recordId, identifiers }) => [recordId, identifiers.map(({ value }) => value)])).toEqual([
    ['8', ['c8-1@x.mx', 'c8-2@x.mx']],
    ['9', ['c9-1@x.mx', 'c9-2@x.mx']],
  ]);
});

test('a warning or a rejection that a case does not announce is a failure', () => {
  const told = { record: 'a/1', outcome: 'CREATED', customerId: '1', warnings: [], problem: null };
  checkAnswer([told], {}, 'when[0]');
  expect(() => checkAnswer([{ ...told, warnings: ['EMPTY_VALUE identifiers[0].value'] }], {}, 'when[0]')).toThrow(
    'when[0]',
  );
  expect(() => checkAnswer([{ ...told, outcome: 'REJECTED' }], {}, 'when[0]')).toThrow('when[0]');
  expect(() => checkAnswer([told], { outcomes: { 'a/1': 'MERGED' } }, 'when[0]')).toThrow('when[0]');
});

test('every scenario that is in scope has a case that runs through both doors', () => {
  const told = new Set(readCases().flatMap((each) => (each.only ? [] : each.scenarios)));
  // 36 and 46 are out of scope; 39 to 43 need erasure, consents, interactions and the golden record.
  const required = [...Array.from({ length: 35 }, (_, index) => index + 1), 37, 38, 44, 45, 47, 48];
  expect(required.filter((number) => !told.has(number))).toEqual([]);
});

test('README.md lists the cases of each scenario, and each scenario', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| +(\d+) +\|[^|]*\|([^|]*)\|/gm)];
  const listed = rows.map(([, number, cell = '']) => {
    return [Number(number), [...cell.matchAll(/\((\d\d-[\w-]+\.yaml)\)/g)].map(([, file]) => file)] as const;
  });
  const numbers = Array.from({ length: 48 }, (_, index) => index + 1);
  const cases = readCases();
  const actual = numbers.map((number) => {
    const files = cases.filter(({ scenarios }) => scenarios.includes(number)).map(({ file }) => file);
    return [number, files] as const;
  });
  expect(listed).toEqual(actual);
});
