import { describe, expect, test } from '@jest/globals';
import { iso31662 } from 'iso-3166';
import { adminAreaName, findAdminArea, guessAdminArea, isWithin } from './admin-areas.js';
import { rulesOf } from './countries/rules-of.js';
import { readPostalCode } from './postal-code.js';

const COUNTRIES = ['MX', 'BR', 'AR', 'CO', 'CL', 'PE', 'EC', 'UY', 'ES', 'US'];
const find = (text: string, country: string) => findAdminArea(text, country, rulesOf(country));
const guess = (text: string, country: string) => guessAdminArea(text, country, rulesOf(country));
const areasOf = (country: string) => iso31662.filter(({ code }) => code.startsWith(`${country}-`));

describe.each(COUNTRIES)('the areas of %s', (country) => {
  const rules = rulesOf(country);

  test('are found by the name that is shown and by their code, in capitals and without accents', () => {
    for (const { code } of areasOf(country)) {
      const name = adminAreaName(code, country, rules);
      const found = find(name, country) ?? '';
      // A Spanish community of one province is that province.
      const { parent } = iso31662.find((area) => area.code === found) ?? {};
      expect([found, parent]).toContain(code);
      expect(find(name.toUpperCase().normalize('NFD').replace(/\p{M}/gu, ''), country)).toBe(found);
      expect(adminAreaName(find(code, country) ?? '', country, rules)).toBe(adminAreaName(found, country, rules));
    }
  });

  test('of its table exist in ISO 3166-2', () => {
    const known = areasOf(country).map(({ code }) => code);
    const named = [...Object.keys(rules.adminAreas), ...Object.keys(rules.cityStates ?? {}), ...(rules.capitals ?? [])];
    expect(named.filter((code) => !known.includes(code))).toEqual([]);
  });

  test('that its postal codes say exist in ISO 3166-2', () => {
    const known = areasOf(country).map(({ code }) => code);
    const digits = rules.postalCode.digits ?? 5;
    const said = new Set<string>();
    for (let prefix = 0; prefix < 1_000; prefix += 1) {
      const code = String(prefix).padStart(3, '0').padEnd(digits, '0');
      for (const area of readPostalCode(code, rules.postalCode).areas) said.add(area);
    }
    expect([...said].filter((area) => !known.includes(area))).toEqual([]);
  });
});

describe('names as people write them', () => {
  test.each([
    ['MX', 'D.F.', 'MX-CMX'],
    ['MX', 'Edo. de México', 'MX-MEX'],
    ['MX', 'Estado de Puebla', 'MX-PUE'],
    ['MX', 'N.L.', 'MX-NLE'],
    ['AR', 'Pcia. de Buenos Aires', 'AR-B'],
    ['AR', 'Capital Federal', 'AR-C'],
    ['BR', 'sp', 'BR-SP'],
    ['CO', 'Bogotá, D.C.', 'CO-DC'],
    ['CO', 'Valle', 'CO-VAC'],
    ['CL', 'Región del Biobío', 'CL-BI'],
    ['CL', 'VIII', 'CL-BI'],
    ['CL', 'RM', 'CL-RM'],
    ['PE', 'Provincia Constitucional del Callao', 'PE-CAL'],
    ['EC', 'Provincia de Pichincha', 'EC-P'],
    ['UY', 'Depto. de Rocha', 'UY-RO'],
    ['ES', 'Comunidad de Madrid', 'ES-M'],
    ['ES', 'Vizcaya', 'ES-BI'],
    ['ES', 'La Rioja', 'ES-LO'],
    ['ES', 'Principado de Asturias', 'ES-O'],
    ['DO', 'Distrito Nacional', 'DO-01'],
    ['US', 'nevada', 'US-NV'],
  ])('%s: %s is %s', (country, text, code) => {
    expect(find(text, country)).toBe(code);
  });

  test.each([
    ['MX', 'Jalizco', 'MX-JAL'],
    ['MX', 'Guanajauto', 'MX-GUA'],
    ['MX', 'Michoacan de Ocanpo', 'MX-MIC'],
    ['BR', 'Pernanbuco', 'BR-PE'],
    ['CO', 'Cundinamrca', 'CO-CUN'],
    ['ES', 'Guipuscoa', 'ES-SS'],
  ])('%s: %s is misspelt and still %s', (country, text, code) => {
    expect(find(text, country)).toBeNull();
    expect(guess(text, country)).toBe(code);
  });

  test.each([
    ['MX', 'Atlantis'],
    ['MX', 'Colin'],
    ['MX', ''],
    ['AR', 'Jalisco'],
    ['UY', 'San'],
  ])('%s: %s is no area', (country, text) => {
    expect(guess(text, country)).toBeNull();
  });

  test('a province lies in its community', () => {
    expect(isWithin('ES-B', 'ES-CT', 'ES', rulesOf('ES'))).toBe(true);
    expect(isWithin('ES-CT', 'ES-B', 'ES', rulesOf('ES'))).toBe(false);
  });
});

describe('readPostalCode', () => {
  test.each([
    ['MX', '1000', '01000', ['MX-CMX']],
    ['BR', '01310100', '01310-100', ['BR-SP']],
    ['BR', '69.900-000', '69900-000', ['BR-AC']],
    ['AR', 'c 1406 abc', 'C1406ABC', ['AR-C']],
    ['PE', 'lima18', 'Lima 18', ['PE-LIM', 'PE-LMA']],
    ['ES', '8001', '08001', ['ES-B']],
    ['US', '891321234', '89132-1234', []],
    ['DE', 'd-10115', 'D-10115', []],
  ])('%s: %s is %s', (country, text, written, areas) => {
    expect(readPostalCode(text, rulesOf(country).postalCode)).toEqual({ text: written, ok: true, areas });
  });

  test.each([
    ['MX', '123'],
    ['MX', '7200O'],
    ['BR', '0131'],
    ['AR', 'I1234'],
    ['CL', '12345'],
    ['ES', '53001'],
    ['US', '1234'],
  ])('%s: %s is kept and wrong', (country, text) => {
    expect(readPostalCode(text, rulesOf(country).postalCode)).toEqual({ text, ok: false, areas: [] });
  });
});
