import type { Brand, Source } from './brand.types.js';
import type { Brand as ShownBrand } from './graphql/brand.types.js';
import type { Source as ShownSource } from './graphql/source.types.js';
import type { Inventory } from './inventory.js';

/** A brand as it is shown: with what holds for it. */
export function showBrand({ id, name, parentId, visibleTo }: Brand, inventory: Inventory): ShownBrand {
  const { country, realm, visibility } = inventory.inForce(id);
  const sees = inventory.visibleTo(id);
  return { id, name, parentId, visibleTo, country, realm, visibility, sees, sourceIds: inventory.sourcesOf([id]) };
}

/** A source as it is shown. */
export function showSource(source: Source, inventory: Inventory): ShownSource {
  return { ...source, country: inventory.countryOf(source.id), realm: inventory.realmOf(source.id) };
}
