import type { CountryRules, TemplatePart } from './country-rules.types.js';
import { LABELS_ES, STREET_TYPES_ES, UNITS_ES, WORDS_ES } from './spanish.js';
import { STREET_TYPES_PT, UNITS_PT, WORDS_PT } from './portuguese.js';

const TEMPLATE: readonly (readonly TemplatePart[])[] = [
  [['', 'streetLine']],
  [['', 'crossStreets']],
  [['', 'settlement']],
  [['', 'dependentLocality']],
  [
    ['', 'postalCode'],
    [' ', 'municipality'],
    [', ', 'adminArea'],
  ],
  [['', 'country']],
];

/** Countries without a table of their own, where streets are written neither in Spanish nor in Portuguese. */
export const GENERAL: CountryRules = {
  country: null,
  adminAreas: {},
  // Any code: letters and digits, some digit among them.
  postalCode: { pattern: /^(?=.*\d)[A-Z\d]{3,10}$/, asWritten: true },
  labels: {},
  kinds: {},
  streetTypes: {},
  words: {},
  units: {
    apartment: 'Apartment',
    apt: 'Apartment',
    unit: 'Unit',
    suite: 'Suite',
    ste: 'Suite',
    floor: 'Floor',
    fl: 'Floor',
  },
  required: ['street', 'municipality', 'country'],
  segment: 'municipality',
  beforeNumber: ' ',
  template: TEMPLATE,
};

/** As the United States and Canada write: the house number first. */
export const NUMBER_FIRST: CountryRules = { ...GENERAL, numberFirst: true, beforeNumber: ' ' };

/** Spanish-speaking countries without a table of their own. */
export const GENERAL_ES: CountryRules = {
  ...GENERAL,
  labels: LABELS_ES,
  streetTypes: STREET_TYPES_ES,
  words: WORDS_ES,
  units: UNITS_ES,
};

/** Portuguese-speaking countries without a table of their own. */
export const GENERAL_PT: CountryRules = {
  ...GENERAL,
  streetTypes: STREET_TYPES_PT,
  words: WORDS_PT,
  units: UNITS_PT,
  postalCode: { pattern: /^\d{4}(?:\d{3})?$/, write: (code) => code.replace(/^(\d{4})(\d{3})$/, '$1-$2') },
  beforeNumber: ', ',
};
