import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../kernel/limits.js';
import type { Brand, Source } from './brand.types.js';
import { withBrands } from './check-brands.js';
import { withSources } from './check-sources.js';
import { Inventory } from './inventory.js';

const brand = (id: string, said: Partial<Brand> = {}): Brand => {
  return { id, name: id, parentId: null, country: null, realm: null, visibility: null, visibleTo: [], ...said };
};
const source = (id: string, said: Partial<Source> = {}): Source => {
  const nothing = { system: null, owner: null, kind: null, country: null, freshnessHours: null, brandId: null };
  return { id, declared: true, trust: 50, fields: [], ...nothing, ...said };
};
const known = new Inventory(
  [brand('grupo'), brand('tienda', { parentId: 'grupo' }), brand('banco', { realm: 'banco' })],
  [source('crm', { brandId: 'tienda' })],
);
const brandsRefused = (...given: Brand[]) => withBrands(known, given).problems.map(({ code, field }) => [code, field]);
const sourcesRefused = (given: Source[], speaking: string[] = []) =>
  withSources(known, given, new Set(speaking)).problems.map(({ code, field }) => [code, field]);

describe('brands', () => {
  test('are declared together, the one below before the one above it', () => {
    const { inventory, problems } = withBrands(known, [brand('b', { parentId: 'a' }), brand('a', { country: 'BR' })]);
    expect(problems).toEqual([]);
    expect(inventory.inForce('b').country).toBe('BR');
    expect(inventory.brand('tienda')).not.toBeNull();
  });

  test.each<[string, Brand, string]>([
    ['an id with capitals', brand('Tienda'), 'id'],
    ['an id with a space', brand('mi tienda'), 'id'],
    ['an empty id', brand('', { name: 'Nadie' }), 'id'],
    ['an id that is too long', brand('a'.repeat(64)), 'id'],
    ['no name', brand('a', { name: ' ' }), 'name'],
    ['a name that is too long', brand('a', { name: 'a'.repeat(LIMITS.inventoryTextChars + 1) }), 'name'],
    ['a country that is none', brand('a', { country: 'ZZ' }), 'country'],
    ['a country in small letters', brand('a', { country: 'mx' }), 'country'],
    ['a realm that is no slug', brand('a', { realm: 'a|b' }), 'realm'],
    ['itself above it', brand('a', { parentId: 'a' }), 'parentId'],
    ['one above it that is below it', brand('grupo', { parentId: 'tienda' }), 'parentId'],
  ])('are refused for %s', (_, given, field) => {
    expect(brandsRefused(given)).toEqual([['INVALID_INPUT', `brands[0].${field}`]]);
  });

  test('are refused for brands that do not exist', () => {
    expect(brandsRefused(brand('a', { parentId: 'nobody', visibleTo: ['grupo', 'nobody'] }))).toEqual([
      ['UNKNOWN_BRAND', 'brands[0].parentId'],
      ['UNKNOWN_BRAND', 'brands[0].visibleTo[1]'],
    ]);
  });

  test('are refused when one is named twice', () => {
    expect(brandsRefused(brand('a'), brand('a'))).toEqual([['INVALID_INPUT', 'brands[1].id']]);
  });

  test('keep their realm, by their own word and by that of those above them', () => {
    expect(brandsRefused(brand('banco'))).toEqual([['REALM_FIXED', 'brands[0].realm']]);
    expect(brandsRefused(brand('tienda', { parentId: 'banco' }))).toEqual([['REALM_FIXED', 'brands[0].realm']]);
    expect(brandsRefused(brand('a'), brand('grupo', { realm: 'otro' }))).toEqual([
      ['REALM_FIXED', 'brands[1].realm'],
      ['REALM_FIXED', 'brands[1].realm'],
    ]);
    expect(brandsRefused(brand('tienda', { parentId: 'banco', realm: 'default' }))).toEqual([]);
  });

  test('leave the inventory as it was when one is refused', () => {
    expect(withBrands(known, [brand('a'), brand('B')]).inventory).toBe(known);
  });
});

describe('sources', () => {
  test.each<[string, Source, string, string]>([
    ['no id', source(''), 'INVALID_INPUT', 'id'],
    ['an id with |', source('a|b'), 'INVALID_INPUT', 'id'],
    ['a brand that does not exist', source('a', { brandId: 'nobody' }), 'UNKNOWN_BRAND', 'brandId'],
    ['an empty owner', source('a', { owner: '' }), 'INVALID_INPUT', 'owner'],
    ['a country that is none', source('a', { country: 'Mexico' }), 'INVALID_INPUT', 'country'],
    ['no trust at all', source('a', { trust: 0 }), 'INVALID_INPUT', 'trust'],
    ['too much trust', source('a', { trust: 101 }), 'INVALID_INPUT', 'trust'],
    ['news before they happen', source('a', { freshnessHours: 0 }), 'INVALID_INPUT', 'freshnessHours'],
    ['an empty field', source('a', { fields: ['email', ''] }), 'INVALID_INPUT', 'fields[1]'],
    ['too many fields', source('a', { fields: Array(201).fill('f') as string[] }), 'LIMIT_EXCEEDED', 'fields'],
  ])('are refused for %s', (_, given, code, field) => {
    expect(sourcesRefused([given])).toEqual([[code, `sources[0].${field}`]]);
  });

  test('are refused when one is named twice', () => {
    expect(sourcesRefused([source('a'), source('a')])).toEqual([['INVALID_INPUT', 'sources[1].id']]);
  });

  test('change their realm only before they have said anything', () => {
    const moved = source('crm', { brandId: 'banco' });
    expect(sourcesRefused([moved], ['crm'])).toEqual([['REALM_FIXED', 'sources[0].brandId']]);
    expect(sourcesRefused([moved])).toEqual([]);
    expect(sourcesRefused([source('crm', { brandId: 'grupo' })], ['crm'])).toEqual([]);
    expect(sourcesRefused([source('never-declared', { brandId: 'banco' })], ['never-declared'])).toEqual([
      ['REALM_FIXED', 'sources[0].brandId'],
    ]);
  });
});
