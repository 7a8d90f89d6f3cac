import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { doorsTo, MemoryWriter, openShell } from '../../test/support/cli/fake-terminal.js';
import { LIMITS } from '../kernel/limits.js';

const BATCH = LIMITS.recordsPerTransaction;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huella-load-'));
});

const line = (recordId: string, value = 'ok') =>
  JSON.stringify({
    source: 'crm',
    recordId,
    identifiers: [{ type: 'PHONE', value }],
    attributes: { givenName: 'Secreta' },
  });
const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));
const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => line(String(from + at)));
const jobs = () => (existsSync(join(folder, '.huella/jobs')) ? readdirSync(join(folder, '.huella/jobs')) : []);

function setUp(failAt = 0) {
  const writer = new MemoryWriter(failAt);
  return { writer, shell: openShell(folder, doorsTo(writer)) };
}

describe('huella load', () => {
  test('writes all records in batches, reports what became of them and ends with 0', async () => {
    write('people.ndjson', ...many(BATCH + 1));
    const { writer, shell } = setUp();
    expect(await shell.run('load', 'people.ndjson')).toBe(0);
    expect(writer.batches.map((batch) => batch.length)).toEqual([BATCH, 1]);
    expect(shell.out).toEqual(['2,001 records in 0.0 s (2,001/s)', 'created 2,001']);
    expect(writer.isClosed).toBe(true);
    expect(jobs()).toEqual([]);
  });

  test('rejected records end with 2, and the reject file names line, code, field and message but no value', async () => {
    write('people.ndjson', line('1', 'wrong'), '{"source":"Secreta"', line('bad'), line('2'));
    const { shell } = setUp();
    expect(await shell.run('load', 'people.ndjson', '--reject-file', 'rejects.csv')).toBe(2);
    const rejects = readFileSync(join(folder, 'rejects.csv'), 'utf8');
    expect(rejects.trim().split('\n')).toEqual([
      'kind,file,line,code,field,message',
      'WARNING,people.ndjson,1,INVALID_VALUE,identifiers[0].value,is no phone number',
      'REJECTED,people.ndjson,2,INVALID_JSON,line,is no JSON',
      'REJECTED,people.ndjson,3,INVALID_VERSION,sourceVersion,is no version',
    ]);
    expect(shell.out[1]).toBe('created 2 · rejected 2 · warnings 1');
    expect([rejects, ...shell.out, ...shell.err].join()).not.toContain('Secreta');
  });

  test('without a reject file the first few complaints are shown', async () => {
    write('people.ndjson', ...Array.from({ length: 8 }, () => line('bad')));
    const { shell } = setUp();
    expect(await shell.run('load', 'people.ndjson')).toBe(2);
    expect(shell.err).toHaveLength(6);
    expect(shell.err[0]).toBe('people.ndjson:1: rejected: sourceVersion is no version (INVALID_VERSION)');
    expect(shell.err[5]).toBe('and 3 more; --reject-file F keeps them all');
  });

  test('a load that is held says so, and its records are no complaints', async () => {
    write('people.ndjson', ...many(3));
    const { writer, shell } = setUp();
    writer.heldJob = 'people-000001';
    expect(await shell.run('load', 'people.ndjson')).toBe(0);
    expect(shell.err).toEqual([expect.stringMatching(/^the source or this load is held: 3 records are stored/)]);
    expect(shell.out[1]).toBe('created 3');
  });

  test('JSON lines of complaints', async () => {
    write('people.ndjson', line('bad'));
    await setUp().shell.run('load', 'people.ndjson', '--reject-file', 'rejects.jsonl');
    expect(JSON.parse(readFileSync(join(folder, 'rejects.jsonl'), 'utf8'))).toEqual({
      ...{ kind: 'REJECTED', file: 'people.ndjson', line: 1 },
      ...{ code: 'INVALID_VERSION', field: 'sourceVersion', message: 'is no version' },
    });
  });

  test('standard input', async () => {
    const writer = new MemoryWriter();
    const shell = openShell(folder, doorsTo(writer), {
      stdin: Readable.from([Buffer.from(`${line('1')}\n${line('2')}`)]),
    });
    expect(await shell.run('load', '-')).toBe(0);
    expect(writer.keys.size).toBe(2);
    expect(jobs()).toEqual([]);
  });

  test('a dry run writes nothing and says so', async () => {
    write('people.ndjson', line('1'));
    const { writer, shell } = setUp();
    expect(await shell.run('load', '--dry-run', 'people.ndjson')).toBe(0);
    expect(shell.out[0]).toBe('1 records in 0.0 s (1/s), nothing written');
    expect([writer.keys.size, jobs()]).toEqual([0, []]);
  });
});

describe('huella load --resume', () => {
  test('goes on after the last committed batch, in the second file, and adds up', async () => {
    write('a.ndjson', ...many(BATCH));
    write('b.ndjson', ...many(BATCH + 5, BATCH));
    const { writer, shell } = setUp(3);
    expect(await shell.run('load', 'a.ndjson', 'b.ndjson', '--reject-file', 'rejects.jsonl')).toBe(1);
    expect(shell.err[0]).toBe('4,000 records are stored; go on with: huella load --resume a-000001');
    expect(shell.err.join()).not.toContain('secret value');
    expect(jobs()).toEqual(['a-000001.json']);

    expect(await shell.run('load', '--resume', 'a-000001')).toBe(0);
    expect(writer.batches.map((batch) => batch.length)).toEqual([BATCH, BATCH, 5]);
    expect(shell.out).toEqual(['5 records in 0.0 s (5/s), 4,000 before', 'created 4,005']);
    expect(jobs()).toEqual([]);
  });

  test('Ctrl-C stops after the batch at hand', async () => {
    write('people.ndjson', ...many(BATCH * 2));
    const stopping = new AbortController();
    const writer = new MemoryWriter();
    const shell = openShell(folder, doorsTo(writer), { signal: stopping.signal });
    stopping.abort();
    expect(await shell.run('load', 'people.ndjson')).toBe(1);
    expect(shell.err).toEqual([
      '2,000 records are stored; go on with: huella load --resume people-000001',
      'huella: stopped',
    ]);
  });

  test('a file that has changed is not gone on with', async () => {
    write('people.ndjson', ...many(BATCH + 1));
    const { shell } = setUp(2);
    await shell.run('load', 'people.ndjson');
    write('people.ndjson', line('other'), ...many(BATCH));
    expect(await shell.run('load', '--resume', 'people-000001')).toBe(1);
    expect(shell.err.at(-1)).toBe(
      'huella: people.ndjson: is another file than the one job people-000001 was loading; load it anew',
    );
  });

  test('an unknown job names those there are; the option stands alone', async () => {
    const { shell } = setUp();
    expect(await shell.run('load', '--resume', 'x')).toBe(1);
    expect(await shell.run('load', '--resume', 'x', 'people.ndjson')).toBe(1);
    expect(shell.err).toEqual([
      'huella: no unfinished job x; there is none (a load that ends well needs no resuming)',
      'huella: --resume JOB stands alone: the job knows its files, mapping and reject file',
    ]);
  });
});

describe('mistakes are told in one line', () => {
  test.each([
    [['load'], 'huella: which file? huella load FILE…, or - for standard input'],
    [['load', 'nowhere.ndjson'], 'huella: nowhere.ndjson: there is no such file'],
    [['load', '.'], 'huella: .: is a folder'],
    [
      ['load', 'people.csv'],
      'huella: a CSV file needs --mapping FILE.yaml, which says what its columns mean (docs/mappings.md)',
    ],
    [['load', '-', 'people.csv'], 'huella: - (standard input) cannot be loaded beside files'],
    [['load', '--mapping', 'm.yaml', 'people.csv'], 'huella: m.yaml: there is no such file'],
    [['laod'], "error: unknown command 'laod'"],
    [['load', '--dryrun', 'x'], "error: unknown option '--dryrun'"],
  ])('%j', async (argv, expected) => {
    const { shell, writer } = setUp();
    expect(await shell.run(...argv)).toBe(1);
    expect(shell.err[0]).toBe(expected);
    expect(writer.batches).toEqual([]);
  });

  test('a mapping with mistakes names each with the file', async () => {
    write('m.yaml', 'format: csv\nsauce: A\nrecordId: id\ncountry: mx');
    write('people.csv', 'id\n1');
    const { shell } = setUp();
    expect(await shell.run('load', '--mapping', 'm.yaml', 'people.csv')).toBe(1);
    expect(shell.err.map((text) => text.replace('huella: ', '').slice(0, 24))).toEqual([
      'm.yaml: source is missin',
      'm.yaml: sauce is not all',
      'm.yaml: country must be ',
    ]);
  });

  test('a CSV file without a column of the mapping names file and column', async () => {
    write('m.yaml', 'format: csv\nsource: A\nrecordId: id');
    write('people.csv', 'ident,name\n1,Ana');
    const { shell } = setUp();
    expect(await shell.run('load', '--mapping', 'm.yaml', 'people.csv')).toBe(1);
    expect(shell.err).toEqual(['huella: people.csv: has no column id; it has ident, name']);
  });
});

describe('help', () => {
  test.each([
    [['--help']],
    [['load', '--help']],
    [['eval', '--help']],
    [['verify', '--help']],
    [['policy', '--help']],
    [['policy', 'diff', '--help']],
    [['policy', 'apply', '--help']],
  ])('%j teaches by example', async (argv) => {
    const { shell } = setUp();
    expect(await shell.run(...argv)).toBe(0);
    expect(shell.out.join('\n')).toMatch(/huella (load|eval|verify|policy) .*\S/);
  });
});
