/** Languages of the guides, the fallback first. */
export const LANGUAGES = ['en', 'es', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same said in each language. In a text, `backticks` mark what is typed or shown, and **stars** what matters. */
export type Text = Readonly<Record<Language, string>>;

/** A box of a guide: what is typed there takes the place of the query's parameter of that name. */
export interface Blank {
  readonly label: Text;
  /** What the box holds at first: of the demo, so that every query answers something there. A number stays one. */
  readonly example: string | number;
}

/** One query of a guide with its explanation. */
export interface Step {
  /** File below `cypher/guides`, without the extension. */
  readonly query: string;
  readonly title: Text;
  /** Paragraphs: what the answer shows and how to read it. */
  readonly text: readonly Text[];
}

/** One page that Neo4j Browser shows beside its results. */
export interface Guide {
  /** Its address: `/stewards/<language>/<name>.html`. */
  readonly name: string;
  readonly title: Text;
  readonly intro: readonly Text[];
  /** Boxes by the parameter that they fill in; shown once, for all queries of the guide. */
  readonly blanks: Readonly<Record<string, Blank>>;
  readonly steps: readonly Step[];
}
