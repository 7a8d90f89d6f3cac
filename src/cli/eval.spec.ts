import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { doorsTo, MemoryWriter, openShell } from '../../test/support/cli/fake-terminal.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huella-eval-'));
});
const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));
const shellIn = (cwd: string) => openShell(cwd, doorsTo(new MemoryWriter()));

async function evaluate(...argv: string[]) {
  const shell = shellIn(folder);
  expect([await shell.run('eval', ...argv), shell.err]).toEqual([0, []]);
  return JSON.parse(shell.out.join('\n')) as Record<string, unknown>;
}

const record = (source: string, recordId: string, ...emails: string[]) =>
  JSON.stringify({ source, recordId, identifiers: emails.map((value) => ({ type: 'EMAIL', value })) });

describe('huella eval', () => {
  beforeEach(() => {
    // a joins 1 and 2, b joins 2 and 3; 4 stands alone and belongs to 1.
    write('r.ndjson', record('crm', '1', 'a@x.mx'), record('crm', '2', 'a@x.mx', 'b@x.mx'), 'not json');
    write('s.ndjson', record('web', '3', 'b@x.mx'), record('web', '4', 'c@x.mx'), record('web', '5', 'd@x.mx'));
    write('t.csv', 'source,record_id,cluster_id', 'crm,1,A', 'crm,2,A', 'web,3,B', 'web,4,A');
  });

  test('prints figures of the labelled records, by source, and writes its predictions', async () => {
    const report = await evaluate('--records', 'r.ndjson', 's.ndjson', '--truth', 't.csv', '--out', 'p.csv');
    expect(report).toMatchObject({
      ...{ policy: 'default-1', records: 5, labelled: 4, customers: 3, contested: 0, rejected: 1, warnings: 0 },
      pairwise: { found: 1, claimed: 3, actual: 3, precision: 0.333333, recall: 0.333333 },
      bySource: { crm: { records: 2 }, web: { records: 2, pairwise: { found: 0, claimed: 2, actual: 2 } } },
    });
    expect(report).not.toHaveProperty('default');
    expect(readFileSync(join(folder, 'p.csv'), 'utf8').split('\n')).toEqual([
      'source,record_id,cluster_id',
      'crm,1,crm|1',
      'crm,2,crm|1',
      'web,3,crm|1',
      'web,4,web|4',
      'web,5,web|5',
      '',
    ]);
  });

  test('another policy is measured with the default beside it', async () => {
    write('p.yaml', 'version: no-mail', 'types:', '  EMAIL: { links: false }');
    expect(await evaluate('-r', 'r.ndjson', 's.ndjson', '-t', 't.csv', '-p', 'p.yaml')).toMatchObject({
      ...{ policy: 'no-mail', customers: 5, pairwise: { precision: 1, recall: 0 } },
      default: { policy: 'default-1', customers: 3, pairwise: { found: 1 } },
    });
  });

  test.each([
    [
      'a truth without known columns',
      ['t.csv', 'a,b', '1,2'],
      'huella: t.csv: needs the columns source,record_id,cluster_id or',
    ],
    [
      'a truth of other records',
      ['t.csv', 'source,record_id,cluster_id', 'x,1,A'],
      'huella: the truth names none of these records',
    ],
    [
      'an empty cell',
      ['t.csv', 'source,record_id,cluster_id', 'crm,,A'],
      'huella: t.csv: line 2: source or record_id is empty',
    ],
    ['a broken policy', ['p.yaml', 'version: x', 'types: { EMAIL: { strenth: 2 } }'], 'is not a policy: /types/EMAIL'],
  ])('%s is told in one line', async (_, [name = '', ...lines], expected) => {
    write('p.yaml', 'version: same', 'types: { EMAIL: { maxRecords: 50 } }');
    write(name, ...lines);
    const shell = shellIn(folder);
    expect(await shell.run('eval', '-r', 'r.ndjson', '-t', 't.csv', '-p', 'p.yaml')).toBe(1);
    expect(shell.err.join()).toContain(expected);
  });
});

describe('the demo data', () => {
  test('OpenCR is resolved with a precision and recall of at least 0.99', async () => {
    const data = 'demo/opencr/uganda_data_v21_20201501';
    const files = [
      '-m',
      'mappings/opencr.yaml',
      '-r',
      `${data}.csv`,
      '-t',
      `${data}_true_links.csv`,
      '-p',
      'policies/opencr.yaml',
    ];
    const shell = shellIn(resolve('.'));
    expect([await shell.run('eval', ...files), shell.err]).toEqual([0, []]);
    const { records, pairwise } = JSON.parse(shell.out.join('\n')) as {
      records: number;
      pairwise: Record<string, number>;
    };
    expect(records).toBe(5000);
    expect(pairwise.precision).toBeGreaterThanOrEqual(0.99);
    expect(pairwise.recall).toBeGreaterThanOrEqual(0.99);
    // Two resolutions of 5,000 records, also on a machine that is busy with other tests.
  }, 60_000);
});
