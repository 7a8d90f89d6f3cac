import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import type { NormaliseContext } from './identifier.types.js';

/**
 * The country to read a national phone number or id with: the record's address, else the source's; null when neither is
 * an ISO 3166-1 alpha-2 code that is known. There is no second try with the source's country when the address's does not
 * fit: a value that happens to fit another country would be somebody else's.
 */
export function contextCountry(context: NormaliseContext): CountryCode | null {
  for (const country of [context.addressCountry, context.sourceCountry]) {
    const code = country?.trim().toUpperCase();
    if (code && isSupportedCountry(code)) return code;
  }
  return null;
}
