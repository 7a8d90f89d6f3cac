import type { CountryRules } from './country-rules.types.js';
import { NUMBER_FIRST } from './general.js';

/** The United States. Lines: libaddressinput's format for US, `%A / %C, %S %Z`. */
export const UNITED_STATES: CountryRules = {
  ...NUMBER_FIRST,
  country: 'US',
  postalCode: { pattern: /^\d{5}(?:\d{4})?$/, write: (code) => code.replace(/^(\d{5})(\d{4})$/, '$1-$2') },
  required: ['street', 'municipality', 'adminArea', 'postalCode'],
  keyedByPostalCode: true,
  template: [
    [['', 'streetLine']],
    [['', 'dependentLocality']],
    [
      ['', 'municipality'],
      [', ', 'adminAreaCode'],
      [' ', 'postalCode'],
    ],
    [['', 'country']],
  ],
};
