import type { Guide } from '../guide.types.js';
import { CUSTOMER_BOX } from './customer-box.js';

/** From what a steward has in hand to a customer, and what the customer is made of. */
export const FIND: Guide = {
  name: 'find',
  title: { en: 'Find a customer', es: 'Buscar un cliente', pt: 'Buscar um cliente' },
  intro: [
    {
      en: 'Start from what you have: a phone, an address, a card, a name. Copy the customer’s `id` from the answer into the last box, and look at it.',
      es: 'Empiece por lo que tiene: un teléfono, un correo, una tarjeta, un nombre. Copie el `id` del cliente de la respuesta en la última casilla y mírelo.',
      pt: 'Comece pelo que você tem: um telefone, um e-mail, um cartão, um nome. Copie o `id` do cliente da resposta para o último campo e veja-o.',
    },
  ],
  blanks: {
    typed: {
      label: {
        en: 'Identifier, as you would write it',
        es: 'Identificador, como lo escribiría usted',
        pt: 'Identificador, como você o escreveria',
      },
      example: '(512) 353-8633',
    },
    name: { label: { en: 'Name', es: 'Nombre', pt: 'Nome' }, example: 'mooney' },
    who: CUSTOMER_BOX,
  },
  steps: [
    {
      query: 'find/by-identifier',
      title: { en: 'By any identifier', es: 'Por cualquier identificador', pt: 'Por qualquer identificador' },
      text: [
        {
          en: 'Looks at identifiers of every type. Of a phone number the last eight digits are compared, so the country code does not matter, and a stranger’s number may appear. `heldBy` counts the customer’s records that hold the identifier. Several customers in the answer share it without being joined: see `contested` and `status`.',
          es: 'Busca entre identificadores de todos los tipos. De un teléfono se comparan los últimos ocho dígitos, así que no importa el código de país y puede aparecer el número de otra persona. `heldBy` cuenta los registros del cliente que tienen el identificador. Si aparecen varios clientes, lo comparten sin estar unidos: vea `contested` y `status`.',
          pt: 'Busca entre identificadores de todos os tipos. De um telefone comparam-se os últimos oito dígitos, por isso o código do país não importa e pode aparecer o número de outra pessoa. `heldBy` conta os registros do cliente que têm o identificador. Se aparecem vários clientes, eles o compartilham sem estarem unidos: veja `contested` e `status`.',
        },
        {
          en: 'It goes through all identifiers, which takes a moment when there are millions. The query `customerByIdentifier` of the API knows each country’s rules and answers at once.',
          es: 'Recorre todos los identificadores, lo que tarda un momento cuando hay millones. La consulta `customerByIdentifier` de la API conoce las reglas de cada país y responde de inmediato.',
          pt: 'Percorre todos os identificadores, o que leva um momento quando há milhões. A consulta `customerByIdentifier` da API conhece as regras de cada país e responde na hora.',
        },
      ],
    },
    {
      query: 'find/by-name',
      title: { en: 'By name', es: 'Por nombre', pt: 'Por nome' },
      text: [
        {
          en: 'Every word must be part of the name that the customer is shown under. Write accents as they are stored.',
          es: 'Cada palabra debe ser parte del nombre con que se muestra el cliente. Escriba los acentos como están guardados.',
          pt: 'Cada palavra deve fazer parte do nome com que o cliente é mostrado. Escreva os acentos como estão guardados.',
        },
      ],
    },
    {
      query: 'find/draw-customer',
      title: { en: 'The customer as a graph', es: 'El cliente como grafo', pt: 'O cliente como grafo' },
      text: [
        {
          en: 'The customer, up to 40 of its records, and what they hold. An identifier between two records joins them, unless it is blocked, generic or contested: a click on it tells.',
          es: 'El cliente, hasta 40 de sus registros y lo que estos tienen. Un identificador entre dos registros los une, salvo que esté bloqueado, sea genérico o esté en disputa: un clic en él lo dice.',
          pt: 'O cliente, até 40 de seus registros e o que eles têm. Um identificador entre dois registros os une, a menos que esteja bloqueado, seja genérico ou esteja em disputa: um clique nele o diz.',
        },
      ],
    },
    {
      query: 'find/list-records',
      title: { en: 'Its records as a table', es: 'Sus registros como tabla', pt: 'Seus registros como tabela' },
      text: [
        {
          en: 'What each source says about this customer, and since when the record belongs to it.',
          es: 'Lo que cada fuente dice de este cliente, y desde cuándo el registro le pertenece.',
          pt: 'O que cada fonte diz deste cliente, e desde quando o registro lhe pertence.',
        },
      ],
    },
  ],
};
