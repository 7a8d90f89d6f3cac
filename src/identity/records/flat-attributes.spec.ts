import { describe, expect, test } from '@jest/globals';
import { flatten, unflatten } from './flat-attributes.js';

describe('flatten', () => {
  test('makes dotted paths of objects and numbers of lists of objects', () => {
    const { attributes, cleared, problems } = flatten({
      givenName: 'Ana',
      vip: true,
      address: { city: 'Lima', lines: ['a', 'b'] },
      phones: [{ label: 'home' }, { label: 'work' }],
    });
    expect(attributes).toEqual({
      ...{ givenName: 'Ana', vip: true, 'address.city': 'Lima', 'address.lines': ['a', 'b'] },
      ...{ 'phones.0.label': 'home', 'phones.1.label': 'work' },
    });
    expect([cleared, problems]).toEqual([[], []]);
  });

  test('null and empty values are cleared', () => {
    const flat = flatten({ a: null, b: '', c: undefined, d: {}, e: [], f: { g: null } });
    expect(flat.attributes).toEqual({});
    expect(flat.cleared).toEqual(['a', 'b', 'c', 'd', 'e', 'f.g']);
  });

  test('names what cannot be kept, without its value, and keeps the rest', () => {
    const deep = { a: { b: { c: { d: 'secret' } } } };
    const flat = flatten({ ok: 1, 'bad name': 'secret', huge: 2 ** 60, broken: NaN, bell: 'se\u0007cret', deep });
    expect(flat.attributes).toEqual({ ok: 1 });
    expect(flat.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'INVALID_ATTRIBUTE ',
      'INVALID_ATTRIBUTE huge',
      'INVALID_ATTRIBUTE broken',
      'CONTROL_CHARACTER bell',
      'INVALID_ATTRIBUTE deep.a.b.c',
    ]);
    expect(JSON.stringify(flat.problems)).not.toContain('secret');
  });

  test('lines and tabs are no control characters', () => {
    expect(flatten({ note: 'a\n\tb\r' }).attributes).toEqual({ note: 'a\n\tb\r' });
  });
});

describe('unflatten', () => {
  test('gives back what was flattened', () => {
    const attributes = { a: 1, address: { city: 'Lima', lines: ['a', 'b'] }, phones: [{ label: 'x' }, { label: 'y' }] };
    expect(unflatten(flatten(attributes).attributes)).toEqual(attributes);
  });

  test('a list with holes stays an object', () => {
    expect(unflatten({ 'phones.1.label': 'work' })).toEqual({ phones: { 1: { label: 'work' } } });
  });

  test('names of the language are names like any other', () => {
    expect(Object.entries(unflatten({ 'constructor.name': 'x' }))).toEqual([['constructor', { name: 'x' }]]);
    expect({}).not.toHaveProperty('name');
  });
});
