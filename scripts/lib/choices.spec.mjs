import { describe, expect, test } from '@jest/globals';
import { chooseNeo4j } from '../neo4j/choose.mjs';
import { withSetting } from '../neo4j/compose.mjs';
import { memoryFrom } from '../neo4j/config.mjs';
import { isInstalled, npmCommand } from './install.mjs';
import { leavesOrphans } from './build.mjs';
import { satisfies } from './node-version.mjs';
import { cacheFolder } from './paths.mjs';
import { nextFree } from './ports.mjs';
import { chooseListening } from './service.mjs';

describe('where Neo4j comes from', () => {
  const yes = async () => true;
  const no = async () => false;
  const unasked = async () => Promise.reject(new Error('Docker was asked in vain'));

  test('an address that is given wins, and Docker is not even asked', async () => {
    expect(await chooseNeo4j({ NEO4J_URI: 'bolt://x', HUELLA_NEO4J: 'local' }, 'NEO4J_URI', unasked)).toBe('given');
  });

  test('a wish settles it between Docker and this machine', async () => {
    expect(await chooseNeo4j({ HUELLA_NEO4J: 'local' }, 'NEO4J_URI', unasked)).toBe('local');
    expect(await chooseNeo4j({ HUELLA_NEO4J: 'docker' }, 'NEO4J_URI', unasked)).toBe('docker');
  });

  test('otherwise Docker when an engine answers; an empty variable is none', async () => {
    expect(await chooseNeo4j({ NEO4J_URI: '' }, 'NEO4J_URI', yes)).toBe('docker');
    expect(await chooseNeo4j({}, 'NEO4J_URI', no)).toBe('local');
  });

  test('the address of npm start is none for the tests', async () => {
    expect(await chooseNeo4j({ NEO4J_URI: 'bolt://mine' }, 'HUELLA_TEST_NEO4J_URI', no)).toBe('local');
  });

  test('a wish that is not understood names its variable', async () => {
    await expect(chooseNeo4j({ HUELLA_NEO4J: 'podman' }, 'NEO4J_URI', no)).rejects.toThrow('HUELLA_NEO4J must be');
  });
});

describe('memory of a local Neo4j', () => {
  const preferred = { heap: '1g', pageCache: '512m' };

  test('as preferred unless told', () => {
    expect(memoryFrom({}, preferred)).toEqual(preferred);
    expect(memoryFrom({ HUELLA_NEO4J_HEAP: '2G', HUELLA_NEO4J_PAGECACHE: '' }, preferred)).toEqual({
      heap: '2g',
      pageCache: '512m',
    });
  });

  test.each(['1', '1gb', '-1g', '0m', '1g -Dx=y', '1g\nserver.x=y'])('%j is refused', (value) => {
    expect(() => memoryFrom({ HUELLA_NEO4J_HEAP: value }, preferred)).toThrow('HUELLA_NEO4J_HEAP must be a size');
  });
});

describe('ports', () => {
  const takenUpTo = (/** @type {number} */ last) => async (/** @type {number} */ port) => port > last;

  test('the first free one from the preferred on', async () => {
    expect(await nextFree(7687, takenUpTo(0))).toBe(7687);
    expect(await nextFree(7687, takenUpTo(7689))).toBe(7690);
    expect(await nextFree(7687, takenUpTo(7689), [7690])).toBe(7691);
  });

  test('a machine without a free one is told so', async () => {
    await expect(nextFree(65_530, takenUpTo(70_000))).rejects.toThrow('No free port between 65530');
  });

  test('the service moves on when 3000 is taken, unless PORT was set', async () => {
    expect(await chooseListening({}, takenUpTo(0))).toEqual({ host: '127.0.0.1', port: 3000, moved: false });
    expect(await chooseListening({}, takenUpTo(3001))).toEqual({ host: '127.0.0.1', port: 3002, moved: true });
    expect(await chooseListening({ HOST: '::1', PORT: '4000' }, takenUpTo(0))).toMatchObject({
      host: '::1',
      port: 4000,
    });
    await expect(chooseListening({ PORT: '4000' }, takenUpTo(4000))).rejects.toThrow(
      'PORT is 4000, and something else',
    );
  });

  test.each(['0', '65536', '3e3', 'x'])('PORT=%s is refused', async (PORT) => {
    await expect(chooseListening({ PORT }, takenUpTo(0))).rejects.toThrow('PORT must be a number');
  });
});

describe('dependencies', () => {
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };

  test.each([
    ['all as locked', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['an optional one of another platform absent', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    [
      'an optional one in another version',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } },
      false,
    ],
    ['one missing', { 'node_modules/b': { version: '2.0.0' } }, false],
    ['an install that was interrupted', undefined, false],
  ])('%s', (_, installed, expected) => {
    expect(isInstalled(locked, installed)).toBe(expected);
  });

  test('the npm that runs us installs', () => {
    expect(npmCommand({ npm_execpath: '/usr/lib/npm/bin/npm-cli.js' })).toEqual([
      process.execPath,
      '/usr/lib/npm/bin/npm-cli.js',
    ]);
    expect(npmCommand({ npm_execpath: '/usr/lib/yarn.js' })).toEqual(['npm']);
    expect(npmCommand({})).toEqual(['npm']);
  });

  test.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.0.0', true],
    ['20.18.9', false],
    ['18.99.0', false],
    ['20.9.0', false],
  ])('Node.js %s satisfies >=20.19: %s', (version, expected) => {
    expect(satisfies(version, '>=20.19')).toBe(expected);
  });
});

test('the build starts afresh when a source is gone, so that none of its output is left', () => {
  const sources = { hash: 'new', files: ['src/a.ts', 'src/b.ts'] };
  expect(leavesOrphans({ hash: 'old', files: ['src/a.ts'] }, sources)).toBe(false);
  expect(leavesOrphans({ hash: 'old', files: ['src/a.ts', 'src/c.ts'] }, sources)).toBe(true);
  expect(leavesOrphans(undefined, sources)).toBe(true);
});

test('the cache follows XDG, which forbids relative folders', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me', HOME: '/home-of-me' })).toBe('/var/cache/me/huella');
  expect(cacheFolder({ XDG_CACHE_HOME: 'cache', HOME: '/home-of-me' })).toBe('/home-of-me/.cache/huella');
  expect(cacheFolder({ HOME: '/home-of-me' })).toBe('/home-of-me/.cache/huella');
});

test('a setting is added to .env once and what is there is kept', () => {
  expect(withSetting('', 'NEO4J_PASSWORD', 'x1')).toBe('NEO4J_PASSWORD=x1\n');
  expect(withSetting('A=1', 'NEO4J_PASSWORD', 'x1')).toBe('A=1\nNEO4J_PASSWORD=x1\n');
  expect(withSetting('NEO4J_PASSWORD=old\n', 'NEO4J_PASSWORD', 'x1')).toBe('NEO4J_PASSWORD=old\n');
});
