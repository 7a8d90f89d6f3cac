import { describe, expect, test } from '@jest/globals';
import type { Brand, Source } from './brand.types.js';
import { Inventory } from './inventory.js';

const brand = (id: string, parentId: string | null, said: Partial<Brand> = {}): Brand => {
  return { id, name: id, parentId, country: null, realm: null, visibility: null, visibleTo: [], ...said };
};
const source = (id: string, brandId: string | null, said: Partial<Source> = {}): Source => {
  const nothing = { system: null, owner: null, kind: null, country: null, freshnessHours: null };
  return { id, declared: true, brandId, trust: 50, fields: [], ...nothing, ...said };
};

/** A holding with a shop in two countries and a bank that keeps to itself; another house beside it. */
const inventory = new Inventory(
  [
    brand('grupo', null, { country: 'MX', visibility: 'FAMILY' }),
    brand('tienda', 'grupo'),
    brand('tienda-co', 'tienda', { country: 'CO' }),
    brand('banco', 'grupo', { realm: 'banco', visibility: 'PRIVATE', visibleTo: ['tienda-co'] }),
    brand('otra', null, { visibility: 'ALL' }),
    brand('suelta', null),
  ],
  [source('crm', 'tienda'), source('web', 'tienda-co', { country: 'PE' }), source('core', 'banco'), source('x', null)],
);

describe('a brand', () => {
  test('has what it says, else what the nearest brand above it says', () => {
    expect(inventory.inForce('tienda-co')).toEqual({ country: 'CO', realm: 'default', visibility: 'FAMILY' });
    expect(inventory.inForce('tienda')).toEqual({ country: 'MX', realm: 'default', visibility: 'FAMILY' });
    expect(inventory.inForce('banco')).toEqual({ country: 'MX', realm: 'banco', visibility: 'PRIVATE' });
    expect(inventory.inForce('suelta')).toEqual({ country: null, realm: 'default', visibility: 'PRIVATE' });
  });

  test('comes first in its line, the root last', () => {
    expect(inventory.lineage('tienda-co').map((each) => each.id)).toEqual(['tienda-co', 'tienda', 'grupo']);
    expect(inventory.lineage('nobody')).toEqual([]);
  });

  test('does not go round for ever where the tree is none', () => {
    const round = new Inventory([brand('a', 'b'), brand('b', 'a')], []);
    expect(round.lineage('a').map((each) => each.id)).toEqual(['a', 'b']);
  });
});

describe('who sees whom', () => {
  test.each([
    ['grupo', ['grupo', 'banco', 'otra', 'tienda', 'tienda-co']],
    ['tienda', ['tienda', 'grupo', 'otra', 'tienda-co']],
    ['tienda-co', ['tienda-co', 'banco', 'grupo', 'otra', 'tienda']],
    ['banco', ['banco', 'grupo', 'otra', 'tienda', 'tienda-co']],
    ['otra', ['otra']],
    ['suelta', ['suelta', 'otra']],
    ['nobody', []],
  ])('%s sees %j', (viewer, seen) => {
    expect(inventory.visibleTo(viewer)).toEqual(seen);
  });

  test('what was granted above a brand holds for it', () => {
    const granted = new Inventory([brand('a', null, { visibleTo: ['c'] }), brand('b', 'a'), brand('c', null)], []);
    expect(granted.visibleTo('c')).toEqual(['c', 'a', 'b']);
  });
});

describe('a source', () => {
  test.each([
    ['crm', 'default', 'MX'],
    ['web', 'default', 'PE'],
    ['core', 'banco', 'MX'],
    ['x', 'default', null],
    ['nobody', 'default', null],
  ])('%s links in realm %s and speaks as of %s', (id, realm, country) => {
    expect([inventory.realmOf(id), inventory.countryOf(id)]).toEqual([realm, country]);
  });

  test('is found by its brand', () => {
    expect(inventory.sourcesOf(['tienda', 'banco'])).toEqual(['core', 'crm']);
  });
});
