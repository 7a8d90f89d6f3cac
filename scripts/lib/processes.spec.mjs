import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readJson, writeJson } from './files.mjs';
import { end, isAlive, isZombie, know, startTicks } from './identity.mjs';
import { withLock } from './lock.mjs';
import { inParallel } from './parallel.mjs';
import { isFree } from './ports.mjs';
import { run, runAlone } from './run.mjs';

/** @type {string} */
let folder;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'huella-scripts-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sleeper = () => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
const ended = (/** @type {import('node:child_process').ChildProcess} */ child) =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));

describe('a process that is known', () => {
  test('is told from a later one with the same id', () => {
    const self = know(process.pid);
    expect(isAlive(self)).toBe(true);
    expect(isAlive({ ...self, mark: `${self.mark}0` })).toBe(false);
    expect(isAlive(undefined)).toBe(false);
  });

  test('is ended, and known to have ended', async () => {
    const child = sleeper();
    const known = know(child.pid ?? -1);
    expect(isAlive(known)).toBe(true);
    const exit = ended(child);
    expect(await end(known, 10)).toBe('stopped');
    expect(await exit).toBe('SIGTERM');
    expect(await end(known, 10)).toBe('was not running');
  });

  test('is killed when it does not listen', async () => {
    const deaf = "process.on('SIGTERM', () => {}); console.log('up'); setTimeout(() => {}, 60_000)";
    const child = spawn(process.execPath, ['-e', deaf], { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const exit = ended(child);
    expect(await end(know(child.pid ?? -1), 0.3)).toBe('killed');
    expect(await exit).toBe('SIGKILL');
  });

  test('may have any name', () => {
    const fields = Array.from({ length: 50 }, (_, index) => String(index + 4)).join(' ');
    expect(startTicks(`17 (a) b (c) S ${fields}`)).toBe('22');
    expect(isZombie('17 (Z) S 1')).toBe(false);
    expect(isZombie('17 (x) Z 1')).toBe(true);
  });
});

describe('a lock', () => {
  test('lets one in at a time', async () => {
    const path = join(folder, 'one.lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside--;
    };
    let waits = 0;
    const onWait = () => void waits++;
    await Promise.all([1, 2, 3].map(() => withLock(path, { onWait }, work)));
    expect(most).toBe(1);
    expect(waits).toBe(2);
    expect(existsSync(path)).toBe(false);
  });

  test.each([
    ['whose holder has ended', JSON.stringify({ pid: process.pid, mark: 'of an earlier process' })],
    ['that a crash left half written', '{"pid":'],
  ])('%s is taken over', async (_, content) => {
    const path = join(folder, 'stale.lock');
    writeFileSync(path, content);
    expect(await withLock(path, {}, async () => 'in')).toBe('in');
  });

  test('is given back when the work fails', async () => {
    const path = join(folder, 'failed.lock');
    await expect(withLock(path, {}, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(path)).toBe(false);
  });
});

test('a program that must not run twice ends the one that was left behind', async () => {
  const record = join(folder, 'alone.json');
  const left = sleeper();
  writeJson(record, know(left.pid ?? -1));
  const exit = ended(left);
  const outcome = await runAlone(record, process.execPath, ['-e', 'console.log("done")']);
  expect(await exit).toBe('SIGTERM');
  expect(outcome).toMatchObject({ code: 0, stdout: 'done\n' });
  expect(existsSync(record)).toBe(false);
});

test('a program that is not there is an outcome, and so is one that takes too long', async () => {
  expect((await run('huella-no-such-program', [])).code).toBe(127);
  const slow = await run(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { timeoutSeconds: 0.2 });
  expect(slow.code).not.toBe(0);
});

test('a port that somebody holds on all addresses is not free', async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '0.0.0.0', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect(await isFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
  expect(await isFree(port)).toBe(true);
});

test('a secret is readable by its owner only, and damaged state is no state', () => {
  const path = join(folder, 'deep', 'secret.json');
  writeJson(path, { password: 'x' }, 0o600);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readJson(path)).toEqual({ password: 'x' });
  writeFileSync(path, '{"pass');
  expect(readJson(path)).toBeUndefined();
  expect(readJson(join(folder, 'none.json'))).toBeUndefined();
});

test('work in parallel keeps its order and its limit', async () => {
  let running = 0;
  let most = 0;
  const results = await inParallel([3, 1, 2], 2, async (item) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, item * 10));
    running--;
    return item * 2;
  });
  expect(results).toEqual([6, 2, 4]);
  expect(most).toBe(2);
});
