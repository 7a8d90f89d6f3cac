/** Attributes whose short values are codes, and how these are written. */
const UPPER: ReadonlySet<string> = new Set(['gender', 'sex', 'nationality', 'country', 'countryOfBirth', 'currency']);
const LOCALES: ReadonlySet<string> = new Set(['language', 'preferredLanguage', 'locale']);

/**
 * Any other attribute: texts are trimmed and codes get their usual case (`mx` MX as a nationality, `ES_mx` es-MX as a
 * language, `f` F as a gender); everything else stays as the source sent it.
 */
export function standardiseCode(name: string, raw: unknown): unknown {
  if (typeof raw !== 'string') return raw;
  const text = raw.trim().replace(/\s+/gu, ' ');
  if (UPPER.has(name) && /^[a-z]{1,3}$/i.test(text)) return text.toUpperCase();
  const locale = LOCALES.has(name) ? /^([a-z]{2,3})(?:[-_]([a-z]{2}))?$/i.exec(text) : null;
  if (!locale) return text;
  const [, language = '', region] = locale;
  return region ? `${language.toLowerCase()}-${region.toUpperCase()}` : language.toLowerCase();
}
