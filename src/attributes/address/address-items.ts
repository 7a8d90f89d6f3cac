import { LIMITS } from '../../kernel/limits.js';
import type { CountryRules, Role } from './countries/country-rules.types.js';
import { fieldName } from './field-names.js';

/** One text of a raw address, with what its key says that it is. */
export interface AddressItem {
  readonly name: string | null;
  readonly role: Role | null;
  readonly unit: string | null;
  readonly text: string;
}

export interface AddressItems {
  readonly items: readonly AddressItem[];
  /** How an earlier standardisation learnt the area. */
  readonly origin: string | null;
  /** Whether there were more texts, or deeper ones, than are read. */
  readonly cut: boolean;
}

/** Keys inside an object whose own key says what it is: `state: { code, name }`. */
const INNER = /^(?:code|codigo|name|nombre|nome|value|valor|text|iso|label|description|descripcion|\d+)$/i;

/** The texts of a raw address: a line, or the leaves of an object or list with the roles of their keys. */
export function addressItems(raw: unknown, rules: CountryRules): AddressItems {
  const walk = new Walk(rules);
  walk.visit(raw, { name: null, role: 'line', unit: null }, 0);
  return walk;
}

type Place = Omit<AddressItem, 'text'>;

class Walk implements AddressItems {
  readonly items: AddressItem[] = [];
  origin: string | null = null;
  cut = false;

  constructor(private readonly rules: CountryRules) {}

  visit(value: unknown, place: Place, depth: number): void {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      this.take({ ...place, text: String(value) });
    } else if (typeof value !== 'object' || value === null) {
      return;
    } else if (depth > LIMITS.attributesDepth) {
      this.cut = true;
    } else if (Array.isArray(value)) {
      for (const each of value) this.visit(each, place, depth + 1);
    } else if (isRest(value)) {
      this.take({ name: value.name ?? null, role: null, unit: null, text: value.text });
    } else {
      this.visitFields(value, place, depth);
    }
  }

  private visitFields(value: object, place: Place, depth: number): void {
    for (const [key, inner] of Object.entries(value)) {
      if (place.role === 'adminArea' && key === 'origin' && typeof inner === 'string') this.origin = inner;
      else this.visit(inner, this.placeOf(key, place, depth), depth + 1);
    }
  }

  private placeOf(key: string, outer: Place, depth: number): Place {
    const inherits = depth > 0 && outer.role !== null && outer.role !== 'line' && INNER.test(key);
    return inherits ? outer : { name: key, ...fieldName(key, this.rules) };
  }

  private take(item: AddressItem): void {
    if (this.items.length >= LIMITS.addressTexts) this.cut = true;
    else this.items.push(item);
  }
}

/** What an earlier standardisation left over. */
function isRest(value: object): value is { readonly name?: string | null; readonly text: string } {
  if (!('text' in value) || typeof value.text !== 'string') return false;
  const keys = Object.keys(value);
  const isNamed = !('name' in value) || value.name === null || typeof value.name === 'string';
  return isNamed && keys.every((key) => key === 'name' || key === 'text') && keys.includes('text');
}
