/** Why a text cannot be a value or a namespace. */
export type TextFault = 'EMPTY' | 'TOO_LONG' | 'CONTROL_CHARACTER';

export type CleanText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: TextFault };

/** Printable ASCII needs no work: the path that nearly every value takes. */
const PLAIN = /^[\x20-\x7e]*$/;
/**
 * Invisible and harmless: format characters (zero-width spaces and joiners, bidirectional marks that phones put around
 * copied contacts, soft hyphens, tags) and variation selectors.
 */
const INVISIBLE = /[\p{Cf}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;
/** Spaces of every width, the non-breaking one of spreadsheets included. */
const SPACE = /\p{Zs}/gu;
/** Real control characters, line and paragraph separators, half surrogate pairs, noncharacters. */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** How much padding (a fixed-width column, invisible characters) may surround a text, as a multiple of its limit. */
const PADDING_FACTOR = 4;

/**
 * Trims a text, takes invisible characters out, makes every space a plain one and composes accents (NFC), or says why
 * it cannot be used. Idempotent; linear in the length, and a text far above `maxChars` is refused without being read.
 *
 * @param maxChars UTF-16 units that the cleaned text may have
 */
export function cleanText(raw: string, maxChars: number): CleanText {
  if (raw.length > maxChars * PADDING_FACTOR) return { ok: false, fault: 'TOO_LONG' };
  const text = tidy(raw.trim());
  if (text.length > maxChars) return { ok: false, fault: 'TOO_LONG' };
  if (text === '') return { ok: false, fault: 'EMPTY' };
  if (FORBIDDEN.test(text)) return { ok: false, fault: 'CONTROL_CHARACTER' };
  return { ok: true, text };
}

function tidy(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(SPACE, ' ').trim().normalize('NFC');
}
