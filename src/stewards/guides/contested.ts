import type { Guide } from '../guide.types.js';

/** Identifiers that do not simply join. */
export const CONTESTED: Guide = {
  name: 'contested',
  title: { en: 'Contested identifiers', es: 'Identificadores en disputa', pt: 'Identificadores em disputa' },
  intro: [
    {
      en: 'An identifier is contested when it would join people who are told apart: a family’s e-mail address, a recycled phone, a typing error. It joins only what belongs together.',
      es: 'Un identificador está en disputa cuando uniría a personas que se distinguen: el correo de una familia, un teléfono reciclado, un error de tipeo. Une solo lo que va junto.',
      pt: 'Um identificador está em disputa quando uniria pessoas que se distinguem: o e-mail de uma família, um telefone reciclado, um erro de digitação. Une só o que é da mesma pessoa.',
    },
  ],
  blanks: {
    key: {
      label: {
        en: 'Key of an identifier (the last column; empty for the one that most records hold)',
        es: 'Clave de un identificador (la última columna; vacía para el que más registros tienen)',
        pt: 'Chave de um identificador (a última coluna; vazia para o que mais registros têm)',
      },
      example: '',
    },
  },
  steps: [
    {
      query: 'contested/list',
      title: { en: 'Which ones, and why', es: 'Cuáles, y por qué', pt: 'Quais, e por quê' },
      text: [
        {
          en: 'Reasons: `PERSONS` names or birth dates contradict each other; `CAPACITY` together they would have too many of something one person has once, such as a national id; `NEVER` a steward keeps them apart; `REALM` they belong to realms that never link.',
          es: 'Razones: `PERSONS` los nombres o fechas de nacimiento se contradicen; `CAPACITY` juntos tendrían demasiado de algo que una persona tiene una vez, como un documento; `NEVER` un responsable los mantiene separados; `REALM` pertenecen a ámbitos que nunca se unen.',
          pt: 'Razões: `PERSONS` nomes ou datas de nascimento se contradizem; `CAPACITY` juntos teriam demais de algo que uma pessoa tem uma vez, como um documento; `NEVER` um responsável os mantém separados; `REALM` pertencem a âmbitos que nunca se unem.',
        },
        {
          en: 'A phone that was given to somebody else is settled by saying since when: `cutIdentifier` of the API, or the choice `CUT` of its review item.',
          es: 'Un teléfono que pasó a otra persona se resuelve diciendo desde cuándo: `cutIdentifier` de la API, o la opción `CUT` de su caso de revisión.',
          pt: 'Um telefone que passou para outra pessoa se resolve dizendo desde quando: `cutIdentifier` da API, ou a opção `CUT` de seu caso de revisão.',
        },
      ],
    },
    {
      query: 'contested/draw',
      title: { en: 'One of them as a graph', es: 'Uno de ellos como grafo', pt: 'Um deles como grafo' },
      text: [
        {
          en: 'The identifier in the middle, the records that hold it, and the customers these belong to.',
          es: 'El identificador en el centro, los registros que lo tienen y los clientes a los que pertenecen.',
          pt: 'O identificador no centro, os registros que o têm e os clientes a que pertencem.',
        },
      ],
    },
    {
      query: 'contested/shared-by-many',
      title: { en: 'Those that join nobody', es: 'Los que no unen a nadie', pt: 'Os que não unem ninguém' },
      text: [
        {
          en: '`BLOCKED`: a placeholder, the mailbox of an office, or a decision. `GENERIC`: more records hold it than one person would have. A store’s own phone number is found here.',
          es: '`BLOCKED`: un valor de relleno, el buzón de una oficina o una decisión. `GENERIC`: lo tienen más registros de los que tendría una persona. Aquí aparece el teléfono de la propia tienda.',
          pt: '`BLOCKED`: um valor de preenchimento, a caixa de um escritório ou uma decisão. `GENERIC`: mais registros o têm do que uma pessoa teria. Aqui aparece o telefone da própria loja.',
        },
      ],
    },
  ],
};
