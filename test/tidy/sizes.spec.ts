import { expect, test } from '@jest/globals';
import { functionLengths } from './support/functions.js';
import { ownFiles } from './support/project-files.js';

/** The limits of docs/ARCHITECTURE.md; what a reader takes in at once. */
const FILE_LINES = 300;
const CYPHER_LINES = 50;
const FUNCTION_LINES = 60;

const code = ownFiles().filter(({ path }) => /\.(ts|mjs|cjs|js|cypher)$/.test(path));
const lengthOf = (text: string): number => text.trimEnd().split('\n').length;

test('no file is longer than a reader can hold', () => {
  const tooLong = code
    .map(({ path, text }) => ({
      path,
      lines: lengthOf(text),
      limit: path.endsWith('.cypher') ? CYPHER_LINES : FILE_LINES,
    }))
    .filter(({ lines, limit }) => lines > limit);
  expect(code.length).toBeGreaterThan(0);
  expect(tooLong).toEqual([]);
});

test('no function is longer than a screen', () => {
  const functions = code
    .filter(({ path }) => !path.endsWith('.cypher'))
    .flatMap((file) => functionLengths(file).map(({ line, lines }) => ({ place: `${file.path}:${line}`, lines })));
  expect(functions.length).toBeGreaterThan(0);
  expect(functions.filter(({ lines }) => lines > FUNCTION_LINES)).toEqual([]);
});
