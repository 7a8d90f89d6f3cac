import { describe, expect, test } from '@jest/globals';
import { cypherCalls } from './support/functions.js';
import { filesBelow, ownFiles } from './support/project-files.js';
import { labelTable } from './support/label-table.js';
import { writtenLabels } from './support/written-labels.js';

const QUERIES = 'cypher/queries/';
const queries = filesBelow('cypher/queries').map(({ path, text }) => ({
  name: path.slice(QUERIES.length).replace(/\.cypher$/, ''),
  text,
}));
const loads = filesBelow('src')
  .filter(({ path }) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .flatMap((file) => cypherCalls(file).map((name) => ({ name, by: file.path })));

describe('every statement', () => {
  test('there are statements to check', () => {
    expect(queries.length).toBeGreaterThan(0);
    expect(loads.length).toBeGreaterThan(0);
  });

  test('is a file module/verb-noun.cypher', () => {
    expect(queries.map(({ name }) => name).filter((name) => !/^[a-z-]+\/[a-z0-9-]+$/.test(name))).toEqual([]);
  });

  test('is loaded exactly once', () => {
    const times = queries.map(({ name }) => ({ name, loads: loads.filter((load) => load.name === name).length }));
    expect(times.filter((one) => one.loads !== 1)).toEqual([]);
  });

  test('that is loaded has its file', () => {
    expect(loads.filter(({ name }) => !queries.some((query) => query.name === name))).toEqual([]);
  });

  test('begins with a comment that says what it answers', () => {
    expect(queries.filter(({ text }) => !text.startsWith('// ')).map(({ name }) => name)).toEqual([]);
  });
});

describe('every label', () => {
  const writers = new Map<string, Set<string>>();
  for (const { name, text } of queries) {
    const module = name.slice(0, name.indexOf('/'));
    for (const label of writtenLabels(text)) writers.set(label, (writers.get(label) ?? new Set()).add(module));
  }

  test('is written by one module', () => {
    const shared = [...writers].filter(([, modules]) => modules.size > 1);
    expect(shared.map(([label, modules]) => `${label}: ${[...modules].sort().join(', ')}`)).toEqual([]);
  });

  test('has its writer in the table of docs/ARCHITECTURE.md', () => {
    const table = labelTable(ownFiles().find(({ path }) => path === 'docs/ARCHITECTURE.md')?.text ?? '');
    const found = [...writers].map(([label, modules]) => [label, [...modules][0]]);
    expect(table).toEqual(Object.fromEntries(found));
  });
});
