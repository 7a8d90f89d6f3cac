import { ask } from './api.js';
import type { TestApp } from './test-app.js';

export const DECLARE_BRANDS = `mutation ($input: UpsertBrandsInput!) { upsertBrands(input: $input) {
  brands { id name parentId country realm visibility visibleTo sees sourceIds } userErrors { code field message } } }`;
export const DECLARE_SOURCES = `mutation ($input: UpsertSourcesInput!) { upsertSources(input: $input) {
  sources { id declared brandId system owner kind country trust freshnessHours fields realm }
  userErrors { code field message } } }`;

/** Asks as a brand. */
export function askAs<Data>(app: TestApp, brand: string, query: string, variables: object = {}) {
  return app.post<Data>(JSON.stringify({ query, variables }), { 'huella-brand': brand });
}

/** Declares brands and sources; throws when one is refused. */
export async function declare(app: TestApp, brands: readonly object[], sources: readonly object[]): Promise<void> {
  const input = (name: string, list: readonly object[]) => ({ input: { [name]: list } });
  const made = await ask<Record<string, { userErrors: object[] }>>(app, DECLARE_BRANDS, input('brands', brands));
  const told =
    sources.length > 0
      ? await ask<Record<string, { userErrors: object[] }>>(app, DECLARE_SOURCES, input('sources', sources))
      : {};
  const refused = Object.values({ ...made, ...told }).flatMap((each) => each.userErrors);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}

/** Two shops of one house that keep to themselves, and a club that shows what it knows to the first. */
export function declareHouse(app: TestApp): Promise<void> {
  return declare(
    app,
    [
      { id: 'casa', name: 'Casa', country: 'MX' },
      { id: 'norte', name: 'Norte', parentId: 'casa' },
      { id: 'sur', name: 'Sur', parentId: 'casa' },
      { id: 'club', name: 'Club', visibleTo: ['norte'] },
    ],
    [
      { id: 'n-web', brandId: 'norte' },
      { id: 's-web', brandId: 'sur' },
      { id: 'c-web', brandId: 'club' },
    ],
  );
}
