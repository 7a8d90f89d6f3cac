import { areasByPrefix } from '../postal-code.js';
import type { CountryRules } from './country-rules.types.js';
import { LABELS_ES, STREET_TYPES_ES, UNITS_ES, WORDS_ES } from './spanish.js';

/**
 * Ecuador. Provincia, cantón and parroquia; the crossing street is part of an address (`9 de Octubre 425 y Boyacá`), and Quito's
 * plates have a direction (`N34-451`). Lines: the UPU's sheet and libaddressinput's format for EC, `%A / %Z / %C`, with the provincia added.
 */
export const ECUADOR: CountryRules = {
  country: 'EC',
  adminAreas: {
    'EC-H': ['Chimborazo'],
    'EC-M': ['Manabí'],
    'EC-SD': [
      'Santo Domingo de los Tsáchilas',
      'santo domingo',
      'sto domingo de los tsachilas',
      'sto domingo',
      'santo domingo tsachilas',
    ],
    'EC-SE': ['Santa Elena', 'sta elena'],
    'EC-S': ['Morona Santiago'],
    'EC-W': ['Galápagos'],
    'EC-Z': ['Zamora Chinchipe', 'zamora'],
  },
  capitals: ['EC-L', 'EC-E'],
  postalCode: {
    pattern: /^\d{6}$/,
    digits: 6,
    // The first two digits are the province, as in the cédula (Wikipedia, Postal codes in Ecuador; consultasecuador.com).
    areas: areasByPrefix({
      '01': ['EC-A'],
      '02': ['EC-B'],
      '03': ['EC-F'],
      '04': ['EC-C'],
      '05': ['EC-X'],
      '06': ['EC-H'],
      '07': ['EC-O'],
      '08': ['EC-E'],
      '09': ['EC-G'],
      '10': ['EC-I'],
      '11': ['EC-L'],
      '12': ['EC-R'],
      '13': ['EC-M'],
      '14': ['EC-S'],
      '15': ['EC-N'],
      '16': ['EC-Y'],
      '17': ['EC-P'],
      '18': ['EC-T'],
      '19': ['EC-Z'],
      '20': ['EC-W'],
      '21': ['EC-U'],
      '22': ['EC-D'],
      '23': ['EC-SD'],
      '24': ['EC-SE'],
    }),
  },
  fieldNames: {
    departamento: 'unit',
    ciudadela: 'settlement',
    cdla: 'settlement',
    callesecundaria: 'crossStreets',
    interseccion: 'crossStreets',
  },
  labels: { ...LABELS_ES, parroquia: 'dependentLocality', parr: 'dependentLocality', canton: 'municipality' },
  kinds: {
    ciudadela: ['settlement', 'Ciudadela'],
    cdla: ['settlement', 'Ciudadela'],
    cdl: ['settlement', 'Ciudadela'],
    urbanizacion: ['settlement', 'Urbanización'],
    urb: ['settlement', 'Urbanización'],
    conjunto: ['settlement', 'Conjunto'],
    conj: ['settlement', 'Conjunto'],
    cooperativa: ['settlement', 'Cooperativa'],
    coop: ['settlement', 'Cooperativa'],
    lotizacion: ['settlement', 'Lotización'],
    sector: ['dependentLocality', 'Sector'],
    recinto: ['dependentLocality', 'Recinto'],
  },
  streetTypes: STREET_TYPES_ES,
  words: WORDS_ES,
  units: { ...UNITS_ES, villa: 'Villa', solar: 'Solar', sl: 'Solar' },
  required: ['street', 'municipality', 'adminArea'],
  segment: 'dependentLocality',
  beforeNumber: ' ',
  template: [
    [
      ['', 'streetAndNumber'],
      [' ', 'crossStreets'],
      [', ', 'unit'],
    ],
    [['', 'settlement']],
    [['', 'dependentLocality']],
    [
      ['', 'postalCode'],
      [' - ', 'municipality'],
    ],
    [['', 'adminArea']],
    [['', 'country']],
  ],
};
