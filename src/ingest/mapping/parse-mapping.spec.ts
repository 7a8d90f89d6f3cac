import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseMapping } from './parse-mapping.js';

const BASE = 'format: csv\nsource: CRM\nrecordId: id\n';
const problemsOf = (text: string) => {
  const parsed = parseMapping(text);
  return parsed.ok ? [] : parsed.problems;
};

describe('a mapping that is right', () => {
  test.each(['mappings/senzing.yaml', 'mappings/opencr.yaml'])('%s is taken', (path) => {
    expect(problemsOf(readFileSync(path, 'utf8'))).toEqual([]);
  });

  test('short forms become the long ones', () => {
    const parsed = parseMapping(`${BASE}attributes: { givenName: nombre }\ncapturedAt: updated\n`);
    expect(parsed.ok && parsed.mapping).toMatchObject({
      source: { constant: 'CRM', from: [] },
      recordId: { from: ['id'] },
      attributes: { givenName: { from: ['nombre'], when: [] } },
      capturedAt: { from: ['updated'], format: ['iso'], offset: '+00:00' },
      delimiter: ',',
      encoding: 'utf-8',
    });
  });
});

describe('a mapping that is wrong says where and what is allowed', () => {
  test.each([
    ['format: xml\nsource: A\nrecordId: id', 'format must be one of csv, jsonl, not "xml"'],
    ['format: csv\nsource: A', 'recordId is missing'],
    [`${BASE}sauce: x`, 'sauce is not allowed; allowed here: format, encoding, delimiter, source, recordId,'],
    [`${BASE}country: Mexico`, 'country must be an ISO 3166-1 alpha-2 code in capitals, such as MX, not "Mexico"'],
    [`${BASE}identifiers: [{ from: x }]`, 'identifiers[0].type is missing'],
    [`${BASE}identifiers: [{ type: email, from: x }]`, 'identifiers[0].type must be a type in capitals'],
    [
      `${BASE}identifiers: [{ type: EMAIL, from: x, as: trim }]`,
      'identifiers[0].as trim is no conversion; known: country,',
    ],
    [
      `${BASE}identifiers: [{ type: EMAIL, from: x, namespace: '{C|land}' }]`,
      'identifiers[0].namespace land is no conversion',
    ],
    [
      `${BASE}attributes: { birthDate: { from: d, date: YYYY-MM } }`,
      'attributes.birthDate.date YYYY-MM is no date format',
    ],
    [
      `${BASE}attributes: { birthDate: { form: d } }`,
      'attributes.birthDate.form is not allowed; allowed here: from, constant,',
    ],
    [`${BASE}attributes: { a: { join: ' ' } }`, 'attributes.a needs either from or constant'],
    [`${BASE}attributes: { a: { from: x, date: YYYYMMDD, as: upper } }`, 'attributes.a has both date and as; keep one'],
    [
      `${BASE}attributes: { address: { group: { city: { from: 7 } } } }`,
      'attributes.address.group.city.from must be string, not 7',
    ],
    [`${BASE}skip: { column: x }`, 'skip needs exactly one of is, isNot, present, matches besides column'],
    [`${BASE}skip: { column: x, matches: '(' }`, 'skip.matches is no regular expression'],
    [`${BASE}capturedAt: { from: x, format: local }`, 'capturedAt.format local is none of iso, epoch-seconds,'],
    [`${BASE}capturedAt: { from: x, offset: CST }`, 'capturedAt.offset must be an offset such as -06:00, not "CST"'],
    [`${BASE}encoding: utf-9`, 'encoding utf-9 is not known'],
    [`${BASE}truth: {}`, 'truth needs either clusters or pairs'],
    ['format: [', 'at line'],
    ['just text', 'the file must be object'],
  ])('%j', (text, expected) => {
    expect(problemsOf(text).join('\n')).toContain(expected);
  });

  test('all mistakes are told at once', () => {
    expect(problemsOf('format: xml\nsource: A\ncountry: mx')).toHaveLength(3);
  });
});
