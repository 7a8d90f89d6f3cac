import type { Guide } from '../guide.types.js';

/** What people decided and what waits for them. */
export const REVIEW: Guide = {
  name: 'review',
  title: { en: 'Decisions and review', es: 'Decisiones y revisión', pt: 'Decisões e revisão' },
  intro: [
    {
      en: 'Where the rules cannot know, a steward decides. Decisions are taken and revoked through the API (`/graphql`); here you see them.',
      es: 'Donde las reglas no pueden saber, decide un responsable de datos. Las decisiones se toman y se revocan por la API (`/graphql`); aquí se ven.',
      pt: 'Onde as regras não podem saber, decide um responsável pelos dados. As decisões são tomadas e revogadas pela API (`/graphql`); aqui você as vê.',
    },
  ],
  blanks: {},
  steps: [
    {
      query: 'review/open-items',
      title: { en: 'What waits', es: 'Lo que espera', pt: 'O que espera' },
      text: [
        {
          en: 'Open review items, the oldest first: contested and generic identifiers, customers that grew too large, records that contradict themselves, decisions that could not be followed, sources that are held. The API’s `reviewItems` shows what would happen under each choice.',
          es: 'Casos abiertos, los más antiguos primero: identificadores en disputa o genéricos, clientes demasiado grandes, registros que se contradicen, decisiones que no se pudieron seguir, fuentes retenidas. La consulta `reviewItems` de la API muestra qué pasaría con cada opción.',
          pt: 'Casos abertos, os mais antigos primeiro: identificadores em disputa ou genéricos, clientes grandes demais, registros que se contradizem, decisões que não puderam ser seguidas, fontes retidas. A consulta `reviewItems` da API mostra o que aconteceria com cada opção.',
        },
      ],
    },
    {
      query: 'review/draw-items',
      title: { en: 'The oldest as a graph', es: 'Los más antiguos como grafo', pt: 'Os mais antigos como grafo' },
      text: [
        {
          en: 'Each item with what it is about and the neighbours of that.',
          es: 'Cada caso con aquello de lo que trata y sus vecinos.',
          pt: 'Cada caso com aquilo de que trata e seus vizinhos.',
        },
      ],
    },
    {
      query: 'review/holds',
      title: { en: 'Sources that are held', es: 'Fuentes retenidas', pt: 'Fontes retidas' },
      text: [
        {
          en: 'A source, or one load of it, that merged unusually many customers or made one grow unusually fast. What it adds is stored (`WITHHELD_IDENTIFIER`, status `STOPPED`) and joins nobody until it is released or rejected: `releaseHold` and `rejectHold` of the API.',
          es: 'Una fuente, o una carga suya, que unió más clientes de lo habitual o hizo crecer a uno demasiado rápido. Lo que agrega se guarda (`WITHHELD_IDENTIFIER`, estado `STOPPED`) y no une a nadie hasta que se libere o se rechace: `releaseHold` y `rejectHold` de la API.',
          pt: 'Uma fonte, ou uma carga dela, que uniu mais clientes do que o normal ou fez um deles crescer rápido demais. O que ela acrescenta é guardado (`WITHHELD_IDENTIFIER`, estado `STOPPED`) e não une ninguém até ser liberado ou rejeitado: `releaseHold` e `rejectHold` da API.',
        },
      ],
    },
    {
      query: 'review/draw-held',
      title: { en: 'What waits as a graph', es: 'Lo retenido como grafo', pt: 'O que espera como grafo' },
      text: [
        {
          en: 'Some records of the newest hold, what they would be joined by, and whom that belongs to now.',
          es: 'Algunos registros de la retención más nueva, lo que los uniría y a quién pertenece ahora.',
          pt: 'Alguns registros da retenção mais nova, o que os uniria e a quem isso pertence agora.',
        },
      ],
    },
    {
      query: 'review/decisions',
      title: { en: 'Decisions', es: 'Decisiones', pt: 'Decisões' },
      text: [
        {
          en: '`ALWAYS`: one person. `NEVER`: the sides are different people. `DETACH`: this record does not have this identifier. `BLOCK`: this identifier joins nobody. `CUT`: from a moment on this identifier is somebody else’s. Each has who took it, when and why.',
          es: '`ALWAYS`: una sola persona. `NEVER`: los lados son personas distintas. `DETACH`: este registro no tiene este identificador. `BLOCK`: este identificador no une a nadie. `CUT`: desde un momento este identificador es de otra persona. Cada una dice quién la tomó, cuándo y por qué.',
          pt: '`ALWAYS`: uma só pessoa. `NEVER`: os lados são pessoas diferentes. `DETACH`: este registro não tem este identificador. `BLOCK`: este identificador não une ninguém. `CUT`: a partir de um momento este identificador é de outra pessoa. Cada uma diz quem a tomou, quando e por quê.',
        },
      ],
    },
    {
      query: 'review/draw-decisions',
      title: { en: 'Decisions in force as a graph', es: 'Las vigentes como grafo', pt: 'As vigentes como grafo' },
      text: [
        {
          en: 'The ten newest with the records and identifiers they name, and the customers of these.',
          es: 'Las diez más nuevas con los registros e identificadores que nombran, y sus clientes.',
          pt: 'As dez mais novas com os registros e identificadores que nomeiam, e seus clientes.',
        },
      ],
    },
  ],
};
