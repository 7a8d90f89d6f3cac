import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { doorsTo, MemoryWriter, openShell } from '../../test/support/cli/fake-terminal.js';
import type { InteractionRow } from '../interactions/interaction.types.js';
import type { Writer, WriteResult } from './load/writer.types.js';

let folder: string;
let written: InteractionRow[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huella-interactions-'));
  written = [];
});

/** Refuses rows without a type; nothing that it was told to only try is kept. */
const writer: Writer<InteractionRow> = {
  write: (rows, { dryRun }) => {
    if (!dryRun) written.push(...rows);
    const problems = [{ code: 'INVALID_INPUT', field: 'type', message: 'is missing' }];
    return Promise.resolve(
      rows.map(({ type }): WriteResult =>
        type ? { outcome: 'CREATED', problems: [] } : { outcome: 'REJECTED', problems },
      ),
    );
  },
  close: () => Promise.resolve(),
};
const shellOf = (stdin?: Readable) => {
  const doors = { ...doorsTo(new MemoryWriter()), openInteractions: () => Promise.resolve(writer) };
  return openShell(folder, doors, stdin ? { stdin } : {});
};
const line = (interactionId: string, type = 'VISIT') => JSON.stringify({ source: 'web', interactionId, type });

describe('huella load-interactions', () => {
  test('records every line, counts them and ends with 0', async () => {
    writeFileSync(join(folder, 'visits.ndjson'), `${line('1')}\n\n${line('2')}\n`);
    const shell = shellOf();
    expect(await shell.run('load-interactions', 'visits.ndjson')).toBe(0);
    expect(written.map(({ interactionId }) => interactionId)).toEqual(['1', '2']);
    expect(shell.out).toEqual(['2 interactions in 0.0 s (2/s)', 'created 2']);
    expect(existsSync(join(folder, '.huella/jobs'))).toBe(false);
  });

  test('a bad line loses nothing else: exit code 2, and the file of rejects says which and why', async () => {
    writeFileSync(join(folder, 'visits.ndjson'), ['{"secret', line('1', ''), line('2')].join('\n'));
    const shell = shellOf();
    expect(await shell.run('load-interactions', 'visits.ndjson', '--reject-file', 'rejects.csv')).toBe(2);
    const rejects = readFileSync(join(folder, 'rejects.csv'), 'utf8');
    expect(rejects.trim().split('\n').slice(1)).toEqual([
      'REJECTED,visits.ndjson,1,INVALID_JSON,line,is no JSON',
      'REJECTED,visits.ndjson,2,INVALID_INPUT,type,is missing',
    ]);
    expect(shell.out[1]).toBe('rejected 2 · created 1');
    expect([rejects, ...shell.out, ...shell.err].join()).not.toContain('secret');
  });

  test('a dry run writes nothing; standard input', async () => {
    const shell = shellOf(Readable.from([Buffer.from(`${line('1')}\n`)]));
    expect(await shell.run('load-interactions', '--dry-run', '-')).toBe(0);
    expect(written).toEqual([]);
    expect(shell.out[0]).toBe('1 interactions in 0.0 s (1/s), nothing written');
  });

  test.each([[[]], [['-', 'a.ndjson']], [['missing.ndjson']]])('%j is refused', async (files) => {
    expect(await shellOf().run('load-interactions', ...files)).toBe(1);
    expect(written).toEqual([]);
  });
});
