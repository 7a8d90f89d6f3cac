import type { CountryRules } from './country-rules.types.js';
import { LABELS_ES, STREET_TYPES_ES, UNITS_ES, WORDS_ES } from './spanish.js';

/** Uruguay. Lines: libaddressinput's format for UY, `%A / %Z %C %S`. */
export const URUGUAY: CountryRules = {
  country: 'UY',
  adminAreas: {
    'UY-CA': ['Canelones', 'canel'],
    'UY-MO': ['Montevideo', 'mvd', 'mvdeo', 'mdeo'],
    'UY-SJ': ['San José', 's jose'],
    'UY-TT': ['Treinta y Tres', '33'],
    'UY-PA': ['Paysandú', 'paisandu'],
  },
  cityStates: { 'UY-MO': { name: 'Montevideo', inner: true, aliases: ['montevideo', 'mvd', 'mvdeo', 'mdeo'] } },
  capitals: ['UY-AR', 'UY-CA', 'UY-DU', 'UY-FD', 'UY-MA', 'UY-PA', 'UY-RV', 'UY-RO', 'UY-SA', 'UY-TA', 'UY-TT'],
  postalCode: {
    // Five digits. The first two are said to be the department (Wikipedia, List of postal codes in Uruguay), but no table was found
    // that also covers the coast of Canelones, so the department is not checked.
    pattern: /^\d{5}$/,
  },
  labels: { ...LABELS_ES, localidad: 'municipality' },
  kinds: {
    balneario: ['municipality', 'Balneario'],
    complejo: ['settlement', 'Complejo'],
    cooperativa: ['settlement', 'Cooperativa'],
    coop: ['settlement', 'Cooperativa'],
    villa: ['municipality', 'Villa'],
    paraje: ['municipality', 'Paraje'],
  },
  streetTypes: STREET_TYPES_ES,
  words: WORDS_ES,
  units: { ...UNITS_ES, ap: 'Apartamento', solar: 'Solar', padron: 'Padrón', unidad: 'Unidad' },
  required: ['street', 'number', 'municipality', 'adminArea'],
  segment: 'dependentLocality',
  dependentLabel: 'Barrio',
  beforeNumber: ' ',
  template: [
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
  ],
};
