import { areasByPrefix } from '../postal-code.js';
import type { CountryRules } from './country-rules.types.js';
import { LABELS_ES, STREET_TYPES_ES, UNITS_ES, WORDS_ES } from './spanish.js';

/** Spain. The provincia is the area; where a comunidad is one provincia, both names mean it. Lines: libaddressinput's format for ES, `%A / %Z %C %S`. */
export const SPAIN: CountryRules = {
  country: 'ES',
  adminAreas: {
    'ES-A': ['Alicante', 'alacant', 'alicante alacant'],
    'ES-AN': ['Andalucía'],
    'ES-BI': ['Bizkaia', 'vizcaya', 'bizcaia'],
    'ES-C': ['A Coruña', 'la coruna', 'coruna'],
    'ES-CN': ['Canarias', 'islas canarias'],
    'ES-CS': ['Castellón', 'castello', 'castellon castello', 'castellon de la plana'],
    'ES-CT': ['Cataluña', 'catalunya', 'catalonia'],
    'ES-GC': ['Las Palmas', 'gran canaria', 'palmas las', 'las palmas de gran canaria'],
    'ES-GI': ['Girona', 'gerona'],
    'ES-L': ['Lleida', 'lerida'],
    'ES-LO': ['La Rioja', 'rioja', 'ri', 'es ri', 'rioja la'],
    'ES-M': ['Madrid', 'comunidad de madrid', 'madrid comunidad de', 'md', 'es md', 'c de madrid'],
    'ES-MU': ['Murcia', 'region de murcia', 'murcia region de', 'mc', 'es mc'],
    'ES-NA': ['Navarra', 'comunidad foral de navarra', 'navarra comunidad foral de', 'nafarroa', 'nc', 'es nc'],
    'ES-O': ['Asturias', 'principado de asturias', 'asturias principado de', 'as', 'es as', 'oviedo'],
    'ES-OR': ['Ourense', 'orense'],
    'ES-PM': ['Illes Balears', 'islas baleares', 'baleares', 'balears', 'mallorca', 'balears illes', 'ib', 'es ib'],
    'ES-PV': ['País Vasco', 'euskadi', 'pais vasco euskadi'],
    'ES-S': ['Cantabria', 'cb', 'es cb', 'santander'],
    'ES-SS': ['Gipuzkoa', 'guipuzcoa'],
    'ES-TF': ['Santa Cruz de Tenerife', 'tenerife', 'sta cruz de tenerife', 's c de tenerife', 's c tenerife'],
    'ES-V': ['Valencia', 'valencia valencia'],
    'ES-VC': ['Comunidad Valenciana', 'comunitat valenciana', 'c valenciana'],
    'ES-VI': ['Álava', 'araba', 'araba alava', 'alava araba'],
  },
  cityStates: {
    'ES-CE': { name: 'Ceuta', aliases: ['ceuta'] },
    'ES-ML': { name: 'Melilla', aliases: ['melilla'] },
  },
  capitals: 'A AB AL AV B BA BU C CA CC CO CR CU GI GR GU H HU J L LE LU M MA MU OR P PO SA SE SG SO T TE TO V VA Z ZA'
    .split(' ')
    .map((code) => `ES-${code}`),
  postalCode: {
    pattern: /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/,
    digits: 5,
    // The first two digits are the province, in the alphabetical order of 1984 (Wikipedia, Postal codes in Spain).
    areas: areasByPrefix(
      Object.fromEntries(
        `VI AB A AL AV BA PM B BU CC CA CS CR CO C CU GI GR GU SS H HU J LE L LO LU M MA MU NA OR O P GC PO SA TF S SG SE SO T
         TE TO V VA BI ZA Z CE ML`
          .split(/\s+/)
          .map((code, index) => [String(index + 1).padStart(2, '0'), [`ES-${code}`]]),
      ),
    ),
  },
  fieldNames: { departamento: 'unit', bloque: 'unit', urbanizacion: 'settlement' },
  labels: LABELS_ES,
  kinds: {
    pedania: ['dependentLocality', 'Pedanía'],
    parroquia: ['dependentLocality', 'Parroquia'],
    barriada: ['dependentLocality', 'Barriada'],
    bda: ['dependentLocality', 'Barriada'],
  },
  // Types of vía (INE), and their names in Catalan and Galician.
  streetTypes: {
    ...STREET_TYPES_ES,
    cl: 'Calle',
    c: 'Calle',
    pl: 'Plaza',
    carrer: 'Carrer',
    avinguda: 'Avinguda',
    avgda: 'Avinguda',
    avg: 'Avinguda',
    passeig: 'Passeig',
    pg: 'Passeig',
    placa: 'Plaça',
    rua: 'Rúa',
    praza: 'Praza',
    urbanizacion: 'Urbanización',
    urb: 'Urbanización',
    poligono: 'Polígono',
    pol: 'Polígono',
    polg: 'Polígono',
    costanilla: 'Costanilla',
    corredera: 'Corredera',
    cami: 'Camí',
    via: 'Vía',
  },
  words: WORDS_ES,
  units: { ...UNITS_ES, bl: 'Bloque', pt: 'Puerta', ptal: 'Portal', pl: 'Planta', letra: 'Letra' },
  door: 'Puerta',
  required: ['street', 'number', 'municipality', 'adminArea', 'postalCode'],
  segment: 'municipality',
  keyedByPostalCode: true,
  beforeNumber: ', ',
  template: [
    [['', 'streetLine']],
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
