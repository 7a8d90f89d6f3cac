import { foldWords } from './address-text.js';
import type { CountryRules } from './countries/country-rules.types.js';

/** `C.P.`, `C/`, `D.F.` as one word; a blank after an abbreviation's dot (`Col.Centro`). */
const GLUED: readonly (readonly [RegExp, string])[] = [
  [/\bC\.?\s?P\.?\s*:?\s*(?=\d)/gi, 'CP '],
  [/(?<=\S)\s+(?=(?:CP|CEP)\s*:?\s*\d{4})/gi, ', '],
  [/\s+e\/\s*(?=[\p{L}\d])/giu, ', entre '],
  [/["“”]/g, ''],
  [/(\p{L}{2,}\.)(?=[\p{L}\d]{2})/gu, '$1 '],
  [/\b(km\.?\s*\d+),(?=\d)/gi, '$1.'],
];
/** `425 y Boyacá` is a corner, `entre 57 y 59` is not. */
const CORNER = /(?<=\d\p{L}?)(?<!(?:entre|e\/)[^,;]*)\s+(?=y\s+\p{L})/giu;
/** After the house number a new part may begin without a comma. */
const AFTER_NUMBER = String.raw`(?<=(?:\d[\p{L}\d/º°-]{0,4}|s/n|sn)\.?)\s+(?=(?:LABELS)(?:\.|\b)\s*[\p{L}\d])`;

/**
 * The parts of one line of an address, as commas, brackets, blanks around a dash, and labels after the house number
 * (`Juárez 12 Col. Centro`) divide it. A dash between two numbers stays: `# 71 - 21`.
 */
export function segmentsOf(line: string, rules: CountryRules): string[] {
  let text = line;
  for (const [pattern, replacement] of GLUED) text = text.replace(pattern, replacement);
  if (rules.grid === true) text = text.replace(/\s[-–]\s(?=\d{1,3}(?!\d))/g, '-');
  text = text.replace(CORNER, ', ');
  return text
    .replace(/[()[\]]/g, ',')
    .replace(breakBefore(rules), ', ')
    .replace(cityBreak(rules), ', ')
    .split(/[,;|\n]|(?<!\d[\p{L}]?)\s[-–—]\s|\s[-–—]\s(?!\d)/u)
    .map((segment) => segment.trim().replace(/^[\s.:–—-]+|[\s:–—-]+$/gu, ''))
    .filter((segment) => segment !== '');
}

const breaks = new WeakMap<CountryRules, RegExp>();

function breakBefore(rules: CountryRules): RegExp {
  const known = breaks.get(rules);
  if (known) return known;
  const labels = [...Object.keys(rules.labels), ...Object.keys(rules.kinds), 'entre', 'esq', 'esquina', 'casi']
    .sort((a, b) => b.length - a.length)
    .map((label) =>
      label
        .replace(/o/g, '[oó]')
        .replace(/a/g, '[aá]')
        .replace(/i/g, '[ií]')
        .replace(/ /g, String.raw`\s`),
    );
  const made = new RegExp(AFTER_NUMBER.replace('LABELS', labels.join('|')), 'giu');
  breaks.set(rules, made);
  return made;
}

const cityBreaks = new WeakMap<CountryRules, RegExp>();

/** A city that says its state may follow the number without a comma: `OF 301 BOGOTA`. */
function cityBreak(rules: CountryRules): RegExp {
  const known = cityBreaks.get(rules);
  if (known) return known;
  const names = Object.entries(rules.cityStates ?? {})
    .flatMap(([code, { name }]) => [foldWords(name), ...(rules.adminAreas[code] ?? []).map(foldWords)])
    .filter((name) => name.length >= 4)
    .map((name) => name.replace(/[aeiou]/g, accented).replace(/ /g, String.raw`\s`));
  const made = new RegExp(
    String.raw`(?<=\d[\p{L}]?)\s+(?=(?:${names.length > 0 ? names.join('|') : '(?!)'})(?![\p{L}]))`,
    'giu',
  );
  cityBreaks.set(rules, made);
  return made;
}

const ACCENTS: Readonly<Record<string, string>> = { a: '[aáâã]', e: '[eéê]', i: '[ií]', o: '[oóôõ]', u: '[uúü]' };

function accented(vowel: string): string {
  return ACCENTS[vowel] ?? vowel;
}
