import { Inventory } from './inventory.js';
import type { Brand } from './brand.types.js';
import { countryProblem, textProblem, type InventoryProblem } from './inventory-problem.js';
import { LIMITS } from '../kernel/limits.js';

const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;
const REALM = /^[a-z0-9][a-z0-9-]{0,30}$/;

/**
 * The inventory with brands declared or declared anew, or what is wrong with each: ids and realms are slugs, the brands
 * above exist, nobody is above themselves, and no brand that exists changes its realm, because the keys of its
 * identifiers were made with it. All or nothing.
 */
export function withBrands(
  known: Inventory,
  given: readonly Brand[],
): { readonly inventory: Inventory; readonly problems: readonly InventoryProblem[] } {
  const declared = new Map(known.brands.map((brand) => [brand.id, brand]));
  for (const brand of given) declared.set(brand.id, brand);
  const inventory = new Inventory([...declared.values()], known.sources);
  const problems = given.flatMap((brand, index) => problemsOf(brand, index, given, inventory));
  if (problems.length > 0) return { inventory: known, problems };
  return { inventory, problems: known.brands.flatMap((brand) => movedRealm(brand, known, inventory, given)) };
}

function problemsOf(brand: Brand, index: number, given: readonly Brand[], after: Inventory): InventoryProblem[] {
  const at = `brands[${index}]`;
  const wrong = (field: string, message: string): InventoryProblem => {
    return { code: 'INVALID_INPUT', field: `${at}.${field}`, message };
  };
  const unknown = (field: string): InventoryProblem => {
    return { code: 'UNKNOWN_BRAND', field: `${at}.${field}`, message: 'is no brand of this inventory' };
  };
  const problems: (InventoryProblem | null)[] = [
    SLUG.test(brand.id) ? null : wrong('id', 'must be a slug of 1 to 63 letters a-z, digits and -'),
    given.findIndex((each) => each.id === brand.id) === index ? null : wrong('id', 'is named twice'),
    textProblem(brand.name, `${at}.name`, LIMITS.inventoryTextChars),
    countryProblem(brand.country, `${at}.country`),
    brand.realm === null || REALM.test(brand.realm)
      ? null
      : wrong('realm', 'must be a slug of 1 to 31 letters a-z, digits and -'),
    brand.parentId === null || after.brand(brand.parentId) ? null : unknown('parentId'),
    isBelowItself(brand, after) ? wrong('parentId', 'is the brand itself, or one below it') : null,
    ...brand.visibleTo.map((id, place) => (after.brand(id) ? null : unknown(`visibleTo[${place}]`))),
  ];
  return problems.filter((each) => each !== null);
}

function isBelowItself(brand: Brand, after: Inventory): boolean {
  return brand.parentId !== null && after.brand(after.lineage(brand.id).at(-1)?.parentId ?? '') !== null;
}

/** A brand that stays where it is can change its realm by what happens above it: whoever was given is told. */
function movedRealm({ id }: Brand, before: Inventory, after: Inventory, given: readonly Brand[]): InventoryProblem[] {
  if (before.inForce(id).realm === after.inForce(id).realm) return [];
  const lineage = new Set(after.lineage(id).map((brand) => brand.id));
  const index = given.findIndex((brand) => lineage.has(brand.id));
  const message = 'would change the realm of a brand that exists: a brand keeps the realm that it was made with';
  return [{ code: 'REALM_FIXED', field: `brands[${Math.max(index, 0)}].realm`, message }];
}
