import type { Text } from './guide.types.js';

/** How nodes of one label are drawn. */
interface NodeStyle {
  readonly label: string;
  readonly colour: string;
  readonly border: string;
  /** Of the text inside; dark on light. */
  readonly text: string;
  /** Pixels, as GRASS counts them. */
  readonly diameter: number;
  /** What is written on the node, its properties in braces. */
  readonly caption: string;
  readonly meaning: Text;
}

/** Customers stand out, records are what they are made of, identifiers small; warm colours are what people decided. */
export const COLOURS: readonly NodeStyle[] = [
  {
    ...{ label: 'Customer', colour: '#1F6F8B', border: '#164F63', text: '#FFFFFF', diameter: 80 },
    caption: '{displayName}',
    meaning: { en: 'customer', es: 'cliente', pt: 'cliente' },
  },
  {
    ...{ label: 'SourceRecord', colour: '#F2C14E', border: '#C4942A', text: '#2B2B2B', diameter: 60 },
    caption: '{recordId}',
    meaning: { en: 'source record', es: 'registro de una fuente', pt: 'registro de uma fonte' },
  },
  {
    ...{ label: 'Identifier', colour: '#8FBF9F', border: '#5E9472', text: '#1D3326', diameter: 50 },
    caption: '{display}',
    meaning: { en: 'identifier', es: 'identificador', pt: 'identificador' },
  },
  {
    ...{ label: 'Decision', colour: '#C8553D', border: '#95392A', text: '#FFFFFF', diameter: 55 },
    caption: '{kind}',
    meaning: { en: 'decision of a steward', es: 'decisión de un responsable', pt: 'decisão de um responsável' },
  },
  {
    ...{ label: 'IdentityEvent', colour: '#7A5C99', border: '#594173', text: '#FFFFFF', diameter: 50 },
    caption: '{kind}',
    meaning: { en: 'event', es: 'evento', pt: 'evento' },
  },
  {
    ...{ label: 'ReviewItem', colour: '#E08E45', border: '#B0682A', text: '#2B2B2B', diameter: 55 },
    caption: '{kind}',
    meaning: { en: 'review item', es: 'caso por revisar', pt: 'caso a revisar' },
  },
  {
    ...{ label: 'SourceHold', colour: '#8C2F39', border: '#651F27', text: '#FFFFFF', diameter: 55 },
    caption: '{source}',
    meaning: { en: 'source that is held', es: 'fuente retenida', pt: 'fonte retida' },
  },
];

/** The style sheet for Neo4j Browser (GRASS), which its command `:style` takes. */
export function graphStyle(): string {
  const nodes = COLOURS.map(({ label, colour, border, text, diameter, caption }) =>
    rule(`node.${label}`, {
      diameter: `${diameter}px`,
      color: colour,
      'border-color': border,
      'border-width': '2px',
      'text-color-internal': text,
      'font-size': '9px',
      caption: `"${caption}"`,
    }),
  );
  const lines = { color: '#A5ABB6', 'shaft-width': '1px', 'font-size': '8px', padding: '3px' };
  return [
    rule('node', { diameter: '50px', color: '#C9CCD1', 'border-color': '#9AA1AC', 'border-width': '2px' }),
    ...nodes,
    rule('relationship', { ...lines, 'text-color-external': '#4D4D4D', caption: '"<type>"' }),
    rule('relationship.RESOLVES_TO', { color: '#1F6F8B', 'shaft-width': '3px' }),
    rule('relationship.WITHHELD_IDENTIFIER', { color: '#D9B0A8' }),
    '',
  ].join('\n\n');
}

function rule(selector: string, properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`);
  return `${selector} {\n${lines.join('\n')}\n}`;
}
