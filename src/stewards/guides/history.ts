import type { Guide } from '../guide.types.js';
import { CUSTOMER_BOX } from './customer-box.js';

/** What changed in who is who. */
export const HISTORY: Guide = {
  name: 'history',
  title: { en: 'Merges and history', es: 'Uniones e historia', pt: 'Uniões e história' },
  intro: [
    {
      en: 'Every change of who is who is an event with its cause. Nothing is forgotten: ids that ended in a merge lead to the customer that stayed.',
      es: 'Cada cambio de quién es quién es un evento con su causa. Nada se olvida: los ids que terminaron en una unión llevan al cliente que quedó.',
      pt: 'Cada mudança de quem é quem é um evento com sua causa. Nada se esquece: os ids que terminaram em uma união levam ao cliente que ficou.',
    },
  ],
  blanks: {
    days: { label: { en: 'Days', es: 'Días', pt: 'Dias' }, example: 7 },
    who: CUSTOMER_BOX,
    record: {
      label: {
        en: 'Record: `source|record id`',
        es: 'Registro: `fuente|id del registro`',
        pt: 'Registro: `fonte|id do registro`',
      },
      example: 'CUSTOMERS|1017',
    },
  },
  steps: [
    {
      query: 'history/merges',
      title: { en: 'Merges of the last days', es: 'Uniones de los últimos días', pt: 'Uniões dos últimos dias' },
      text: [
        {
          en: 'Which customers became one, and which identifiers or decisions caused it. The API’s `unmerge` takes one back: give it the `eventId`.',
          es: 'Qué clientes se volvieron uno, y qué identificadores o decisiones lo causaron. La operación `unmerge` de la API deshace una unión: déle el `eventId`.',
          pt: 'Quais clientes se tornaram um, e quais identificadores ou decisões causaram isso. A operação `unmerge` da API desfaz uma união: dê a ela o `eventId`.',
        },
      ],
    },
    {
      query: 'history/draw-merges',
      title: { en: 'The latest as a graph', es: 'Las últimas como grafo', pt: 'As últimas como grafo' },
      text: [
        {
          en: 'Each event with the customer it changed, the ids that ended in it, and its causes.',
          es: 'Cada evento con el cliente que cambió, los ids que terminaron en él y sus causas.',
          pt: 'Cada evento com o cliente que mudou, os ids que terminaram nele e suas causas.',
        },
      ],
    },
    {
      query: 'history/of-customer',
      title: { en: 'One customer’s events', es: 'Los eventos de un cliente', pt: 'Os eventos de um cliente' },
      text: [
        {
          en: 'Merges, splits, moves and returns, also of the ids that ended in this customer. `movedRecords` shows up to ten records that changed sides.',
          es: 'Uniones, separaciones, traslados y regresos, también de los ids que terminaron en este cliente. `movedRecords` muestra hasta diez registros que cambiaron de lado.',
          pt: 'Uniões, separações, transferências e retornos, também dos ids que terminaram neste cliente. `movedRecords` mostra até dez registros que mudaram de lado.',
        },
      ],
    },
    {
      query: 'history/memberships',
      title: { en: 'Where one record has been', es: 'Dónde estuvo un registro', pt: 'Onde um registro esteve' },
      text: [
        {
          en: 'The customers that the record belonged to, one after the other. A row without `until` is today’s.',
          es: 'Los clientes a los que el registro perteneció, uno tras otro. La fila sin `until` es la de hoy.',
          pt: 'Os clientes a que o registro pertenceu, um após o outro. A linha sem `until` é a de hoje.',
        },
      ],
    },
  ],
};
