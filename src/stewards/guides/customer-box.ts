import type { Blank } from '../guide.types.js';

/** The box of every query about one customer. The example is Mary Kusha of the demo. */
export const CUSTOMER_BOX: Blank = {
  label: {
    en: 'Customer: its id, or one of its records as `source|record id`',
    es: 'Cliente: su id, o uno de sus registros como `fuente|id del registro`',
    pt: 'Cliente: seu id, ou um de seus registros como `fonte|id do registro`',
  },
  example: 'CUSTOMERS|1015',
};
