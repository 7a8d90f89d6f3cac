import type { Guide } from '../guide.types.js';

/** What the graph is and how the guides are used; the Browser opens with it. */
export const START: Guide = {
  name: 'start',
  title: { en: 'Start', es: 'Inicio', pt: 'Início' },
  intro: [
    {
      en: 'Your customers leave traces in many systems. This graph says which of these **records** are one **customer**, and because of which **identifiers**: phones, e-mail addresses, cards, national ids.',
      es: 'Sus clientes dejan huellas en muchos sistemas. Este grafo dice cuáles de esos **registros** son un mismo **cliente**, y por qué **identificadores**: teléfonos, correos, tarjetas, documentos.',
      pt: 'Seus clientes deixam rastros em muitos sistemas. Este grafo diz quais desses **registros** são um mesmo **cliente**, e por quais **identificadores**: telefones, e-mails, cartões, documentos.',
    },
    {
      en: 'Each guide has boxes to fill in and queries. What you type into a box appears in the queries (after pasting with the mouse, press any key in the box). **The arrow of a query runs it**; a click on its text puts it into the editor, where you can change it. A double click on a node of a drawing shows what it is connected with.',
      es: 'Cada guía tiene casillas para completar y consultas. Lo que escribe en una casilla aparece en las consultas (después de pegar con el ratón, pulse cualquier tecla en la casilla). **La flecha de una consulta la ejecuta**; un clic en su texto la lleva al editor, donde puede cambiarla. Un doble clic en un nodo de un dibujo muestra con qué está conectado.',
      pt: 'Cada guia tem campos para preencher e consultas. O que você escreve em um campo aparece nas consultas (depois de colar com o mouse, pressione qualquer tecla no campo). **A seta de uma consulta a executa**; um clique no seu texto a leva ao editor, onde você pode mudá-la. Um duplo clique em um nó de um desenho mostra com o que ele está conectado.',
    },
    {
      en: 'The guides only read. **Do not change the graph by hand**: records and decisions go through huella’s API (`/graphql`), which keeps history and can take them back.',
      es: 'Las guías solo leen. **No cambie el grafo a mano**: los registros y las decisiones pasan por la API de huella (`/graphql`), que guarda la historia y puede deshacerlos.',
      pt: 'Os guias apenas leem. **Não mude o grafo à mão**: registros e decisões passam pela API do huella (`/graphql`), que guarda a história e pode desfazê-los.',
    },
  ],
  blanks: {},
  steps: [
    {
      query: 'start/overview',
      title: { en: 'What is here', es: 'Qué hay aquí', pt: 'O que há aqui' },
      text: [
        {
          en: 'Fewer customers than records: that is what was joined. Contested identifiers and open review items are what waits for you.',
          es: 'Hay menos clientes que registros: eso es lo que se unió. Los identificadores en disputa y los casos abiertos son lo que espera por usted.',
          pt: 'Há menos clientes do que registros: isso é o que foi unido. Os identificadores em disputa e os casos abertos são o que espera por você.',
        },
      ],
    },
  ],
};
