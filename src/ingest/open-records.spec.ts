import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../kernel/limits.js';
import { parseMapping } from './mapping/parse-mapping.js';
import { openRecords, type LineOutcome } from './open-records.js';

function mapping(yaml: string) {
  const parsed = parseMapping(yaml);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.mapping;
}
const CSV = mapping('format: csv\nsource: CRM\nrecordId: id\nattributes: { givenName: name }\n');

/** The bytes in pieces of `size`, so that lines and characters are cut anywhere. */
function pieces(bytes: Buffer, size: number): Readable {
  const starts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => index * size);
  return Readable.from(starts.map((at) => bytes.subarray(at, at + size)));
}

async function outcomes(text: string | Buffer, using: typeof CSV | null, size = 3): Promise<LineOutcome[]> {
  const found: LineOutcome[] = [];
  for await (const outcome of openRecords(pieces(Buffer.from(text), size), using)) found.push(outcome);
  return found;
}
const brief = (outcome: LineOutcome) =>
  outcome.kind === 'record'
    ? [outcome.line, outcome.record.recordId]
    : [outcome.line, outcome.kind === 'reject' ? outcome.problem.code : 'skip'];

describe('NDJSON in the shape of the API', () => {
  const line = (fields: object) => JSON.stringify({ source: 'crm', recordId: '1', identifiers: [], ...fields });

  test('line numbers count blank lines; CRLF, a byte order mark and a missing last newline do not matter', async () => {
    const text = `\uFEFF${line({})}\r\n\r\n${line({ recordId: 'ñandú' })}`;
    expect((await outcomes(text, null, 2)).map(brief)).toEqual([
      [1, '1'],
      [3, 'ñandú'],
    ]);
  });

  test('a bad line is rejected by itself and never quoted', async () => {
    const text = ['{"source":"secret', '[1]', line({}), line({ recordId: '' }), line({ colour: 'secret' })].join('\n');
    const found = await outcomes(text, null, 1000);
    expect(found.map(brief)).toEqual([
      [1, 'INVALID_JSON'],
      [2, 'INVALID_JSON'],
      [3, '1'],
      [4, 'INVALID_RECORD'],
      [5, 'INVALID_RECORD'],
    ]);
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(found[4]).toMatchObject({ problem: { field: 'colour', message: 'is not a field of a record' } });
  });

  test('a malformed identifier is left out with a warning', async () => {
    const [found] = await outcomes(
      line({ identifiers: [{ type: 'EMAIL' }, { type: 'EMAIL', value: 'a@b.mx' }, 7] }),
      null,
    );
    expect(found).toMatchObject({ kind: 'record', record: { identifiers: [{ value: 'a@b.mx' }] } });
    expect(found).toMatchObject({
      warnings: [
        { code: 'INVALID_IDENTIFIER', field: 'identifiers[0].value', message: 'is missing' },
        { code: 'INVALID_IDENTIFIER', field: 'identifiers[2]', message: 'must be object' },
      ],
    });
  });

  test('a line above the limit and one that is not UTF-8 are rejected, the next one is read', async () => {
    const long = Buffer.alloc(LIMITS.lineBytes + 1, 'x');
    const bytes = Buffer.concat([
      long,
      Buffer.from('\n'),
      Buffer.from([0x7b, 0xe9, 0x7d, 0x0a]),
      Buffer.from(line({})),
    ]);
    expect((await outcomes(bytes, null, 65_536)).map(brief)).toEqual([
      [1, 'LINE_TOO_LONG'],
      [2, 'INVALID_ENCODING'],
      [3, '1'],
    ]);
  });
});

describe('CSV', () => {
  test('quotes, line breaks inside them, and the line on which each row starts', async () => {
    expect((await outcomes('id, name\n1,"Ana\nMaría"\n2, José \n', CSV)).map(brief)).toEqual([
      [2, '1'],
      [4, '2'],
    ]);
  });

  test('a row with too few or too many cells is rejected by itself', async () => {
    expect((await outcomes('id,name\n1\n2,Ana\n3,Ana,x\n', CSV)).map(brief)).toEqual([
      [2, 'INVALID_CSV'],
      [3, '2'],
      [4, 'INVALID_CSV'],
    ]);
  });

  test('a column that the mapping reads and the header lacks stops the file', async () => {
    await expect(outcomes('id,nombre\n1,Ana\n', CSV)).rejects.toThrow('has no column name; it has id, nombre');
  });

  test('an unclosed quote stops the file without being quoted', async () => {
    const reading = outcomes('id,name\n1,"secret\n', CSV);
    await expect(reading).rejects.toThrow(/is no CSV that can be read near line \d+/);
    await expect(reading).rejects.not.toThrow('secret');
  });

  test('other encodings and delimiters', async () => {
    const latin = mapping(
      'format: csv\nencoding: windows-1252\ndelimiter: ;\nsource: CRM\nrecordId: id\nattributes: { givenName: name }\n',
    );
    const bytes = Buffer.from('id;name\n1;Begoña\n', 'latin1');
    expect(await outcomes(bytes, latin)).toMatchObject([
      { record: { attributes: { givenName: 'Begoña' } }, warnings: [] },
    ]);
    expect(await outcomes(bytes.toString('latin1').replaceAll(';', ','), CSV)).toMatchObject([
      { record: { attributes: { givenName: 'Begoña' } } },
    ]);
    const damaged = Buffer.from('id,name\n1,Begoña\n', 'latin1');
    expect(await outcomes(damaged, CSV)).toMatchObject([{ warnings: [{ code: 'INVALID_ENCODING', field: 'name' }] }]);
  });
});
