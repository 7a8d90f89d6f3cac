import type { Guide } from '../guide.types.js';

/** Large customers and those that grow: where a false merge shows first. */
export const GROWTH: Guide = {
  name: 'growth',
  title: { en: 'Large and growing', es: 'Grandes y en crecimiento', pt: 'Grandes e em crescimento' },
  intro: [
    {
      en: 'A person has a handful of records. A customer with many, or one that suddenly grows, may be several people behind one identifier.',
      es: 'Una persona tiene unos pocos registros. Un cliente con muchos, o que crece de golpe, puede ser varias personas detrás de un identificador.',
      pt: 'Uma pessoa tem poucos registros. Um cliente com muitos, ou que cresce de repente, pode ser várias pessoas por trás de um identificador.',
    },
  ],
  blanks: { days: { label: { en: 'Days', es: 'Días', pt: 'Dias' }, example: 7 } },
  steps: [
    {
      query: 'growth/largest',
      title: { en: 'The largest customers', es: 'Los clientes más grandes', pt: 'Os maiores clientes' },
      text: [
        {
          en: '`persons` counts the different spellings of names and birth dates. Many records and many persons is what to look at first; copy the `id` into “Why linked”.',
          es: '`persons` cuenta las distintas formas de nombres y fechas de nacimiento. Muchos registros y muchas personas es lo primero que hay que mirar; copie el `id` en «Por qué están unidos».',
          pt: '`persons` conta as diferentes formas de nomes e datas de nascimento. Muitos registros e muitas pessoas é o primeiro a olhar; copie o `id` em “Por que estão unidos”.',
        },
      ],
    },
    {
      query: 'growth/fastest',
      title: { en: 'The fastest growing', es: 'Los que más crecen', pt: 'Os que mais crescem' },
      text: [
        {
          en: 'Records that joined a customer in the last days: new ones, and those that came with a merge. After a first load everybody is new.',
          es: 'Registros que se unieron a un cliente en los últimos días: nuevos, y los que llegaron con una unión. Tras una primera carga todos son nuevos.',
          pt: 'Registros que se uniram a um cliente nos últimos dias: novos, e os que vieram com uma união. Depois de uma primeira carga todos são novos.',
        },
      ],
    },
    {
      query: 'growth/draw-largest',
      title: { en: 'The largest as a graph', es: 'El más grande como grafo', pt: 'O maior como grafo' },
      text: [
        {
          en: 'A person’s records hang together in many ways. Two dense parts joined by one identifier look like two people.',
          es: 'Los registros de una persona están unidos de muchas maneras. Dos partes densas unidas por un solo identificador parecen dos personas.',
          pt: 'Os registros de uma pessoa estão unidos de muitas maneiras. Duas partes densas unidas por um só identificador parecem duas pessoas.',
        },
      ],
    },
  ],
};
