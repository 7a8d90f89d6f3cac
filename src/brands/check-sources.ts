import { LIMITS } from '../kernel/limits.js';
import type { Source } from './brand.types.js';
import { Inventory } from './inventory.js';
import { countryProblem, textProblem, type InventoryProblem } from './inventory-problem.js';

/**
 * The inventory with sources declared or declared anew, or what is wrong with each. A source that records were taken
 * from stays in its realm, because the keys of their identifiers were made with it. All or nothing.
 *
 * @param speaking sources that have records
 */
export function withSources(
  known: Inventory,
  given: readonly Source[],
  speaking: ReadonlySet<string>,
): { readonly inventory: Inventory; readonly problems: readonly InventoryProblem[] } {
  const declared = new Map(known.sources.map((source) => [source.id, source]));
  for (const source of given) declared.set(source.id, source);
  const inventory = new Inventory(known.brands, [...declared.values()]);
  const problems = given.flatMap((source, index) => {
    const own = problemsOf(source, index, given, inventory);
    return own.length > 0 || !speaking.has(source.id) ? own : movedRealm(source.id, index, known, inventory);
  });
  return { inventory: problems.length > 0 ? known : inventory, problems };
}

function problemsOf(source: Source, index: number, given: readonly Source[], after: Inventory): InventoryProblem[] {
  const at = `sources[${index}]`;
  const wrong = (field: string, message: string): InventoryProblem => {
    return { code: 'INVALID_INPUT', field: `${at}.${field}`, message };
  };
  const { id, brandId, trust, freshnessHours: hours, fields } = source;
  const problems: (InventoryProblem | null)[] = [
    textProblem(id, `${at}.id`, LIMITS.recordKeyChars),
    id.includes('|') ? wrong('id', 'holds |, which separates the parts of a key') : null,
    given.findIndex((each) => each.id === id) === index ? null : wrong('id', 'is named twice'),
    brandId === null || after.brand(brandId)
      ? null
      : { code: 'UNKNOWN_BRAND', field: `${at}.brandId`, message: 'is no brand of this inventory' },
    ...(['system', 'owner', 'kind'] as const).map((field) =>
      textProblem(source[field], `${at}.${field}`, LIMITS.inventoryTextChars),
    ),
    countryProblem(source.country, `${at}.country`),
    trust >= 1 && trust <= 100 ? null : wrong('trust', 'must be from 1 to 100'),
    hours === null || (hours >= 1 && hours <= LIMITS.freshnessHoursMax)
      ? null
      : wrong('freshnessHours', `must be from 1 to ${LIMITS.freshnessHoursMax}`),
    fields.length <= LIMITS.fieldsPerSource
      ? null
      : { code: 'LIMIT_EXCEEDED', field: `${at}.fields`, message: `at most ${LIMITS.fieldsPerSource} are allowed` },
    ...fields.map((field, place) => textProblem(field, `${at}.fields[${place}]`, LIMITS.inventoryTextChars)),
  ];
  return problems.filter((each) => each !== null);
}

function movedRealm(id: string, index: number, before: Inventory, after: Inventory): InventoryProblem[] {
  if (before.realmOf(id) === after.realmOf(id)) return [];
  const message = 'is of another realm than the records that the source has: give the records a source of their own';
  return [{ code: 'REALM_FIXED', field: `sources[${index}].brandId`, message }];
}
