import { LANGUAGES, type Blank, type Guide, type Language, type Step, type Text } from './guide.types.js';
import { COLOURS } from './graph-style.js';

/** What a page is made of beside its guide. */
export interface GuideContext {
  readonly language: Language;
  /** Where huella is reached, e.g. `http://127.0.0.1:3000`; the Browser follows absolute addresses only. */
  readonly origin: string;
  /** All guides, for the links between them. */
  readonly guides: readonly Guide[];
  /** Text of a query by its name. */
  readonly queryText: (name: string) => string;
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', pt: 'Português' };
const FILL_IN: Text = { en: 'Fill in', es: 'Complete', pt: 'Preencha' };
const LEGEND: Text = { en: 'Colours', es: 'Colores', pt: 'Cores' };

/**
 * A guide as Neo4j Browser 5 takes it from `:guide` and `:play`: an HTML fragment without scripts. A block of class
 * `runnable` can be run by a click, and an `input` rewrites the spans of its name in such blocks.
 * It does so on each key stroke, and on nothing else. No `<slide>`: with exactly one the Browser leaves the blocks dead, and one scrolling page is easier to survey.
 */
export function renderGuide(guide: Guide, context: GuideContext): string {
  const { language } = context;
  return [
    `<title>huella: ${escape(guide.title[language])}</title>`,
    '<article class="guide" style="padding: 0 18px 40px">',
    links(guide, context),
    `<h3>${escape(guide.title[language])}</h3>`,
    ...guide.intro.map((text) => paragraph(text[language])),
    guide.name === 'start' ? legend(language) : '',
    blanks(guide, language),
    ...guide.steps.map((step, index) => renderStep(step, index, guide, context)),
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Languages, then the guides; the one that is shown is no link. */
function links(guide: Guide, { language, origin, guides }: GuideContext): string {
  const address = (to: Language, name: string): string => `${origin}/stewards/${to}/${name}.html`;
  const link = (here: boolean, url: string, text: string): string =>
    here
      ? `<b>${escape(text)}</b>`
      : `<a class="remove-play-icon" data-exec="guide ${escape(url)}" style="white-space: nowrap">${escape(text)}</a>`;
  const languages = LANGUAGES.map((to) => link(to === language, address(to, guide.name), LANGUAGE_NAMES[to]));
  const others = guides.map((each) => link(each === guide, address(language, each.name), each.title[language]));
  return `<p>${languages.join(' · ')}</p>\n<p>${others.join(' · ')}</p>\n<hr>`;
}

function renderStep(step: Step, index: number, guide: Guide, { language, queryText }: GuideContext): string {
  return [
    '<hr>',
    `<h4>${index + 1}. ${escape(step.title[language])}</h4>`,
    ...step.text.map((text) => paragraph(text[language])),
    `<pre class="pre-scrollable code runnable" style="font-size: 12px; font-weight: 400">${renderQuery(queryText(step.query), guide.blanks)}</pre>`,
  ].join('\n');
}

/** A query with its parameters replaced by literals that follow the guide's boxes. */
function renderQuery(text: string, blanks: Guide['blanks']): string {
  return escape(text).replace(/\$([A-Za-z]\w*)/g, (_, name: string) => {
    const blank = blanks[name];
    if (!blank) throw new Error(`a guide's query asks for $${name}, which the guide has no box for`);
    const span = `<span value-key="${name}">${escape(String(blank.example))}</span>`;
    return typeof blank.example === 'number' ? span : `"${span}"`;
  });
}

function blanks(guide: Guide, language: Language): string {
  const entries = Object.entries(guide.blanks);
  if (entries.length === 0) return '';
  const boxes = entries.map(([name, blank]) => box(name, blank, language));
  return `<h4>${FILL_IN[language]}</h4>\n${boxes.join('\n')}`;
}

function box(name: string, { label, example }: Blank, language: Language): string {
  const value = escape(String(example));
  return `<p>${inline(label[language])}<br><input value-for="${name}" value="${value}" style="width: 100%; padding: 4px 8px; color: #222"></p>`;
}

/** What the colours of the graph mean; the marks have the colours of the style that huella serves. */
function legend(language: Language): string {
  const entries = COLOURS.map(
    ({ colour, meaning }) => `<span style="color:${colour}">&#9679;</span>&nbsp;${escape(meaning[language])}`,
  );
  return `<p><b>${LEGEND[language]}</b>: ${entries.join(' &ensp; ')}</p>`;
}

function paragraph(text: string): string {
  return `<p>${inline(text)}</p>`;
}

function inline(text: string): string {
  return escape(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
