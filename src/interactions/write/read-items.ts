import { LIMITS } from '../../kernel/limits.js';
import type { InteractionItem } from '../interaction.types.js';
import { InvalidField, isObject, keyText, optionalText } from './fields.js';

const FIELDS = new Set(['id', 'quantity', 'price', 'currency', 'category']);
const CURRENCY = /^[A-Z]{3}$/;

/**
 * The items of an interaction. One that is wrong rejects the interaction: what a customer owns is counted from them. Throws
 * InvalidField.
 */
export function readItems(value: unknown): readonly InteractionItem[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw new InvalidField('INVALID_INPUT', 'items', 'is no list');
  const most = LIMITS.itemsPerInteraction;
  if (value.length > most) {
    throw new InvalidField('LIMIT_EXCEEDED', 'items', `holds ${value.length} items; at most ${most} are allowed`);
  }
  return value.map((each: unknown, at) => readItem(each, `items[${at}]`));
}

function readItem(value: unknown, at: string): InteractionItem {
  if (!isObject(value)) throw new InvalidField('INVALID_INPUT', at, 'is no object');
  if (Object.keys(value).some((field) => !FIELDS.has(field))) {
    throw new InvalidField('INVALID_INPUT', at, `has a field beside ${[...FIELDS].join(', ')}`);
  }
  const price = amount(value['price'], `${at}.price`, 0);
  const currency = value['currency'] ?? null;
  if (currency !== null && !(typeof currency === 'string' && CURRENCY.test(currency))) {
    throw new InvalidField('INVALID_INPUT', `${at}.currency`, 'is no ISO 4217 code such as MXN');
  }
  if (price !== null && currency === null) {
    throw new InvalidField('INVALID_INPUT', `${at}.currency`, 'is missing: a price without one says nothing');
  }
  return {
    id: keyText(value['id'], `${at}.id`, false),
    quantity: amount(value['quantity'], `${at}.quantity`, Number.MIN_VALUE) ?? 1,
    price,
    currency,
    category: optionalText(value['category'], `${at}.category`, LIMITS.categoryChars),
  };
}

function amount(value: unknown, field: string, least: number): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && value >= least && value <= Number.MAX_SAFE_INTEGER) return value;
  throw new InvalidField('INVALID_INPUT', field, `is no number ${least === 0 ? 'of at least' : 'above'} 0`);
}
