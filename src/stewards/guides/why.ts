import type { Guide } from '../guide.types.js';
import { CUSTOMER_BOX } from './customer-box.js';

/** Why records are one customer, and what would part them. */
export const WHY: Guide = {
  name: 'why',
  title: { en: 'Why linked', es: 'Por qué están unidos', pt: 'Por que estão unidos' },
  intro: [
    {
      en: 'Two records are one customer when a chain of identifiers or decisions leads from one to the other. Name the records as `source|record id`.',
      es: 'Dos registros son un mismo cliente cuando una cadena de identificadores o decisiones lleva de uno al otro. Nombre los registros como `fuente|id del registro`.',
      pt: 'Dois registros são um mesmo cliente quando uma cadeia de identificadores ou decisões leva de um ao outro. Nomeie os registros como `fonte|id do registro`.',
    },
  ],
  blanks: {
    left: { label: { en: 'One record', es: 'Un registro', pt: 'Um registro' }, example: 'CUSTOMERS|1017' },
    right: {
      label: { en: 'The other record', es: 'El otro registro', pt: 'O outro registro' },
      example: 'CUSTOMERS|1018',
    },
    who: CUSTOMER_BOX,
  },
  steps: [
    {
      query: 'why/linked',
      title: {
        en: 'The chain between two records',
        es: 'La cadena entre dos registros',
        pt: 'A cadeia entre dois registros',
      },
      text: [
        {
          en: 'The shortest chain inside their customer. No answer: they are two customers, or the chain is longer than ten records. The API’s `explain` also says who supplied each link and when.',
          es: 'La cadena más corta dentro de su cliente. Sin respuesta: son dos clientes, o la cadena pasa de diez registros. La consulta `explain` de la API dice además quién aportó cada enlace y cuándo.',
          pt: 'A cadeia mais curta dentro do seu cliente. Sem resposta: são dois clientes, ou a cadeia passa de dez registros. A consulta `explain` da API diz também quem forneceu cada elo e quando.',
        },
      ],
    },
    {
      query: 'why/in-common',
      title: { en: 'What they have in common', es: 'Qué tienen en común', pt: 'O que têm em comum' },
      text: [
        {
          en: 'Each identifier that both records hold, and whether it joins anybody. For two customers this is the first half of “why not?”. The API’s `whyNot` gives all reasons in order.',
          es: 'Cada identificador que ambos registros tienen, y si une a alguien. Para dos clientes es la primera mitad del «¿por qué no?». La consulta `whyNot` de la API da todas las razones en orden.',
          pt: 'Cada identificador que os dois registros têm, e se ele une alguém. Para dois clientes é a primeira metade do “por que não?”. A consulta `whyNot` da API dá todas as razões em ordem.',
        },
      ],
    },
    {
      query: 'why/bridges',
      title: {
        en: 'What holds a customer together',
        es: 'Qué mantiene unido a un cliente',
        pt: 'O que mantém um cliente unido',
      },
      text: [
        {
          en: 'Bridges: identifiers whose loss would split the customer. A large customer that hangs on one weak identifier deserves a look.',
          es: 'Puentes: identificadores cuya pérdida partiría al cliente. Un cliente grande que cuelga de un solo identificador débil merece una mirada.',
          pt: 'Pontes: identificadores cuja perda dividiria o cliente. Um cliente grande que depende de um único identificador fraco merece um olhar.',
        },
        {
          en: 'This is an approximation for customers of at most 60 records. The API’s `bridges` is exact for every size, and knows the records whose loss would split it, too.',
          es: 'Es una aproximación para clientes de hasta 60 registros. La consulta `bridges` de la API es exacta para cualquier tamaño, y conoce también los registros cuya pérdida lo partiría.',
          pt: 'É uma aproximação para clientes de até 60 registros. A consulta `bridges` da API é exata para qualquer tamanho, e conhece também os registros cuja perda o dividiria.',
        },
      ],
    },
  ],
};
