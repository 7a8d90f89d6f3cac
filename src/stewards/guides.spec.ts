import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { guideQueryFile } from '../graph/files.js';
import { paramsOf } from '../graph/statement.js';
import { readGuideQueries } from './guide-queries.js';
import { LANGUAGES, type Guide, type Language, type Text } from './guide.types.js';
import { GUIDES } from './guides.js';
import { FIND } from './guides/find.js';
import { GROWTH } from './guides/growth.js';
import { renderGuide } from './render-guide.js';

const queries = readGuideQueries();
/** What a guide may draw: more nodes are no picture any more. */
const ROWS_AT_MOST = 300;
const WRITES = /\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD|FOREACH|CALL\s+(?!\(\)))\b/;

const textOf = (name: string): string => queries.get(name) ?? '';
const page = (guide: Guide, language: Language): string =>
  renderGuide(guide, { language, origin: 'http://127.0.0.1:3000', guides: GUIDES, queryText: textOf });
const shownQueries = (html: string): string[] =>
  [...html.matchAll(/<pre [^>]*>([^]*?)<\/pre>/g)].map((match) => (match[1] ?? '').replace(/<[^>]+>/g, ''));
const textsOf = (guide: Guide): Text[] => [
  guide.title,
  ...guide.intro,
  ...Object.values(guide.blanks).map((blank) => blank.label),
  ...guide.steps.flatMap((step) => [step.title, ...step.text]),
];

describe.each(GUIDES.map((guide) => [guide.name, guide] as const))('the guide %s', (_, guide) => {
  test('says everything in three languages', () => {
    const incomplete = textsOf(guide).filter((text) => new Set(LANGUAGES.map((each) => text[each].trim())).has(''));
    expect(incomplete).toEqual([]);
    const untranslated = textsOf(guide).filter(
      (text) => text.en.length > 12 && (text.en === text.es || text.es === text.pt),
    );
    expect(untranslated).toEqual([]);
  });

  test('has the same queries and boxes in each language', () => {
    const english = page(guide, 'en');
    expect(shownQueries(english)).toHaveLength(guide.steps.length);
    for (const language of LANGUAGES) {
      const html = page(guide, language);
      expect(shownQueries(html)).toEqual(shownQueries(english));
      expect(html.match(/value-for="\w+"/g)).toEqual(english.match(/value-for="\w+"/g));
    }
  });

  test('explains each query', () => {
    expect(guide.steps.length).toBeGreaterThan(0);
    expect(guide.steps.filter((step) => step.text.length === 0)).toEqual([]);
  });

  test('has a box for each parameter, and a parameter for each box', () => {
    const asked = new Set(guide.steps.flatMap((step) => paramsOf(textOf(step.query))));
    expect(Object.keys(guide.blanks).sort()).toEqual([...asked].sort());
  });

  test('links to every guide and language at the top, and to nothing else', () => {
    const html = page(guide, 'es');
    const links = [...html.matchAll(/data-exec="guide ([^"]+)"/g)].map((match) => match[1]);
    const own = (to: Language, name: string): string => `http://127.0.0.1:3000/stewards/${to}/${name}.html`;
    const languages = LANGUAGES.filter((each) => each !== 'es').map((each) => own(each, guide.name));
    const others = GUIDES.filter((each) => each !== guide).map((each) => own('es', each.name));
    expect(links).toEqual([...languages, ...others]);
    expect(html).not.toMatch(/\b(src|href|onclick)=|<script|<img|<link/);
  });

  test('is no carousel of one slide, whose queries Neo4j Browser would not run', () => {
    expect(page(guide, 'en').match(/<slide/g)).toBeNull();
  });
});

describe.each([...queries])('the query %s', (_, text) => {
  test('begins with a comment that says what it answers', () => {
    expect(text).toMatch(/^\/\/ [A-Z].+\.\n/);
  });

  test('answers a limited number of rows', () => {
    const limit = /\nLIMIT (\d+)$/.exec(text)?.[1];
    expect(Number(limit)).toBeGreaterThan(0);
    expect(Number(limit)).toBeLessThanOrEqual(ROWS_AT_MOST);
  });

  test('only reads', () => {
    expect(text.replace(/'[^']*'|\/\/[^\n]*/g, '')).not.toMatch(WRITES);
  });
});

test('every query has its place in one guide', () => {
  const folder = dirname(dirname(guideQueryFile('start/overview')));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cypher'));
  const used = GUIDES.flatMap((guide) => guide.steps.map((step) => `${step.query}.cypher`));
  expect([...used].sort()).toEqual(files.sort());
});

test('a query with a parameter that no box fills in stops the page', () => {
  const guide: Guide = { ...FIND, blanks: {} };
  const context = { language: 'en', origin: '', guides: [], queryText: () => 'RETURN $nobody' } as const;
  expect(() => renderGuide(guide, context)).toThrow('$nobody');
});

test('what is typed into a box takes the place of a text in quotes, or of a bare number', () => {
  expect(page(FIND, 'en')).toContain(`trim("<span value-key="typed">(512) 353-8633</span>")`);
  expect(page(GROWTH, 'en')).toContain('duration({days: <span value-key="days">7</span>})');
});
