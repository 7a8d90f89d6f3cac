import { expect, test } from '@jest/globals';
import { ownFiles, ROOT } from './support/project-files.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** This file names what it looks for. */
const files = ownFiles().filter(({ path }) => path !== 'test/tidy/leftovers.spec.ts');
const code = files.filter(({ path }) => /^(src|test|scripts|bench|bin|cypher)\//.test(path));
const specs = code.filter(({ path }) => /\.spec\.(ts|mjs)$/.test(path));
const product = code.filter(({ path }) => /^(src|test)\//.test(path) && !path.startsWith('src/cli/'));

const places = (among: typeof files, pattern: RegExp): string[] =>
  among.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );

test('nothing is left to do in the code', () => {
  expect(places(code, /\b(TODO|FIXME|HACK)\b|\bXXX:/)).toEqual([]);
});

test('no check is switched off', () => {
  expect(places(code, /eslint-disable|@ts-(ignore|nocheck|expect-error)|prettier-ignore|as any\b/)).toEqual([]);
});

test('no test is left out', () => {
  expect(specs.length).toBeGreaterThan(0);
  expect(
    places(specs, /\b(test|it|describe)(\.\w+)*\.(only|skip|todo)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/),
  ).toEqual([]);
});

test('nothing prints past the logger', () => {
  expect(places(product, /\bconsole\.(log|info|debug|warn|error)\b/)).toEqual([]);
});

test('no path of one machine', () => {
  expect(places(files, /(?<![\w.$}])\/(home|Users|root|work|tmp)\/\w|[A-Z]:\\\\?Users/)).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/);
});

test('every npm script has its file', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const wanted = Object.values(scripts).flatMap((script) => /^node (\S+\.mjs)/.exec(script)?.[1] ?? []);
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((path) => !files.some((file) => file.path === path))).toEqual([]);
});
