import { describe, expect, test } from '@jest/globals';
import { applyMapping } from './apply-mapping.js';
import { parseMapping } from './parse-mapping.js';
import type { Row } from './row.js';

function apply(yaml: string, row: Row) {
  const parsed = parseMapping(`format: jsonl\nsource: CRM\nrecordId: id\n${yaml}`);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return applyMapping(parsed.mapping, row);
}

function recordOf(yaml: string, row: Row) {
  const outcome = apply(yaml, { id: '1', ...row });
  if (outcome.kind !== 'record') throw new Error(`became ${outcome.kind}`);
  return outcome;
}

describe('the key', () => {
  test('source and record id are taken and trimmed; numbers become text', () => {
    expect(apply('', { id: 17 })).toEqual({
      kind: 'record',
      record: { source: 'CRM', recordId: '17', identifiers: [], attributes: {} },
      warnings: [],
    });
  });

  test('a row without key is rejected, naming the column', () => {
    expect(apply('', { id: '  ' })).toEqual({
      kind: 'reject',
      problem: { code: 'MISSING_KEY', field: 'recordId', message: 'column id is missing or empty' },
    });
  });

  test('a number that JSON rounded is rejected as a key and left out elsewhere', () => {
    const inexact = Number('12345678901234567890');
    expect(apply('', { id: inexact })).toMatchObject({
      kind: 'reject',
      problem: { code: 'INEXACT_NUMBER', field: 'recordId' },
    });
    const { record, warnings } = recordOf('identifiers: [{ type: LOYALTY, from: card }]', { card: inexact });
    expect([record.identifiers, warnings]).toEqual([[], [expect.objectContaining({ code: 'INEXACT_NUMBER' })]]);
  });

  test('a version that cannot be read rejects, a moment that cannot be read warns', () => {
    const yaml = 'sourceVersion: v\ncapturedAt: at';
    expect(apply(yaml, { id: '1', v: 'x' })).toMatchObject({ kind: 'reject', problem: { code: 'INVALID_VERSION' } });
    const { record, warnings } = recordOf(yaml, { v: 3, at: 'yesterday' });
    expect(record).toMatchObject({ sourceVersion: '3' });
    expect(record).not.toHaveProperty('capturedAt');
    expect(warnings).toEqual([
      { code: 'INVALID_INSTANT', field: 'capturedAt', message: 'column at is no moment in iso' },
    ]);
  });
});

describe('identifiers', () => {
  test('every element of a list gives its own, with the namespace of the same element', () => {
    const yaml = `lists: F\nidentifiers: [{ type: NATIONAL_ID, from: N, namespace: '{C|country}-PASSPORT' }]`;
    const { record } = recordOf(yaml, { F: [{ N: '1', C: 'USA' }, { N: '2', C: 'Germany' }, 'noise', { T: 'x' }] });
    expect(record.identifiers).toEqual([
      { type: 'NATIONAL_ID', value: '1', namespace: 'US-PASSPORT' },
      { type: 'NATIONAL_ID', value: '2', namespace: 'DE-PASSPORT' },
    ]);
  });

  test('an identifier without its namespace is left out with a warning; a sibling lends it nothing', () => {
    const yaml = `lists: F\nidentifiers: [{ type: NATIONAL_ID, from: N, namespace: '{C|country}-PASSPORT' }]`;
    const { record, warnings } = recordOf(yaml, { F: [{ N: '1' }, { N: '2', C: 'US' }] });
    expect(record.identifiers.map(({ value }) => value)).toEqual(['2']);
    expect(warnings).toEqual([
      { code: 'MISSING_NAMESPACE', field: 'identifiers.NATIONAL_ID.namespace', message: 'column C is empty' },
    ]);
  });

  test('conditions look beside the value first, then anywhere in the row', () => {
    const yaml = `lists: F\nidentifiers: [{ type: PHONE, from: P, when: [{ column: T, is: [person] }, { column: K, isNot: [FAX] }] }]`;
    const row = { F: [{ T: 'PERSON' }, { P: '1', K: 'FAX' }, { P: '2', K: 'HOME' }] };
    expect(recordOf(yaml, row).record.identifiers).toEqual([{ type: 'PHONE', value: '2' }]);
    expect(recordOf(yaml, { F: [{ T: 'COMPANY' }, { P: '2', K: 'HOME' }] }).record.identifiers).toEqual([]);
  });

  test('tenure is read beside the value', () => {
    const yaml = 'identifiers: [{ type: PHONE, from: p, since: { from: s, format: D/M/YYYY, offset: "-03:00" } }]';
    expect(recordOf(yaml, { p: '1', s: '2/1/2020' }).record.identifiers).toEqual([
      { type: 'PHONE', value: '1', since: '2020-01-02T03:00:00.000Z' },
    ]);
  });
});

describe('attributes', () => {
  test('the first column that holds something, or all of them joined', () => {
    const yaml = `attributes: { a: { from: [x, y] }, b: { from: [x, y, z], join: ' ' } }`;
    expect(recordOf(yaml, { x: '', y: ' Y ', z: 'Z' }).record.attributes).toEqual({ a: 'Y', b: 'Y Z' });
  });

  test('a wrong date is a warning that names field and column and repeats no value', () => {
    const { record, warnings } = recordOf('attributes: { birthDate: { from: dob, date: [D/M/YYYY, YYYYMMDD] } }', {
      dob: '31/2/1990',
    });
    expect(record.attributes).toEqual({});
    const message = 'column dob is no date in D/M/YYYY or YYYYMMDD';
    expect(warnings).toEqual([{ code: 'INVALID_DATE', field: 'attributes.birthDate', message }]);
  });

  test('tables: listed values, kept ones and those that are left out', () => {
    const yaml = `tables: { open: { a: 1, '*': keep }, closed: { A: 1 } }\nattributes: { o: { from: x, as: open }, c: { from: x, as: closed } }`;
    expect(recordOf(yaml.replaceAll(': 1', ": 'one'"), { x: 'A' }).record.attributes).toEqual({ o: 'one', c: 'one' });
    const { record, warnings } = recordOf(yaml.replaceAll(': 1', ": 'one'"), { x: 'b' });
    expect(record.attributes).toEqual({ o: 'b' });
    expect(warnings).toEqual([expect.objectContaining({ code: 'UNLISTED_VALUE', field: 'attributes.c' })]);
  });

  test('a group comes from one element only and is left out when empty', () => {
    const yaml = 'lists: F\nattributes: { address: { group: { city: CITY, postalCode: ZIP } } }';
    expect(recordOf(yaml, { F: [{ CITY: 'Puebla' }, { CITY: 'Lima', ZIP: '15001' }] }).record.attributes).toEqual({
      address: { city: 'Puebla' },
    });
    expect(recordOf(yaml, { F: [] }).record.attributes).toEqual({});
  });

  test('nested objects by path; words that mean nothing; constants', () => {
    const yaml = `empty: [N/A]\nattributes: { city: address.city, phone: tel, kind: { constant: person } }`;
    expect(recordOf(yaml, { address: { city: 'Quito' }, tel: 'n/a' }).record.attributes).toEqual({
      city: 'Quito',
      kind: 'person',
    });
  });
});

describe('rows that are no records', () => {
  test('are skipped by any of the conditions', () => {
    const yaml =
      'skip: [{ column: type, is: [test] }, { column: deleted, present: true }, { column: mail, matches: "@example\\\\." }]';
    const kinds = [{ type: 'TEST' }, { deleted: 'x' }, { mail: 'a@Example.com' }, { type: 'real' }].map(
      (row) => apply(yaml, { id: '1', ...row }).kind,
    );
    expect(kinds).toEqual(['skip', 'skip', 'skip', 'record']);
  });
});
