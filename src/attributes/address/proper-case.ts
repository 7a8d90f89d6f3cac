/** Small words inside Spanish and Portuguese place names. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de del la las los el lo y e u a al ao da das do dos em en na no nas nos con com por para'.split(' '),
);
/** Particles that may begin a street's name after its type: Avenida de los Insurgentes, but Calle La Paz. */
const LEADING: ReadonlySet<string> = new Set('de del da das do dos'.split(' '));
/** Roman numerals up to 39, as in Juan XXIII; a single letter is a capital anyway. */
const ROMAN = /^x{0,3}(?:ix|iv|v?i{0,3})$/;
const ORDINAL = /^\d+(?:er|ero|era|ra|ro|da|do|ta|to|ma|mo|va|vo|na|no)$/;
/** Consonants alone are initials: the superquadra SQS, the road BR. */
const INITIALS = /^(?!(?:dr|sr|st|mr|jr|sra?|mtz|hdz|gpe)$)[bcdfghjklmnpqrstvwxz]{2,5}$/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Repairs text that is all capitals or all small letters (`AV. DE LOS INSURGENTES`); mixed case is somebody's decision
 * and stays. Idempotent.
 *
 * @param afterType the text follows a street type, so that a leading "de" stays small
 */
export function properCase(text: string, afterType = false): string {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return text;
  let leading = true;
  return lower.replace(WORD, (word, at: number) => {
    const isSmall = PARTICLES.has(word) && (!leading || (afterType && (LEADING.has(word) || at > 0)));
    if (leading && !(afterType && PARTICLES.has(word))) leading = false;
    const apostrophe = /['’]$/.test(lower.slice(0, at));
    return isSmall && !apostrophe ? word : capital(word);
  });
}

function capital(word: string): string {
  if (ORDINAL.test(word)) return word;
  if (/^\d/.test(word) || INITIALS.test(word) || (word.length > 1 && ROMAN.test(word)))
    return same(word, word.toUpperCase());
  const [first = ''] = word;
  return same(word, first.toUpperCase() + word.slice(first.length));
}

/** Some letters have no capital that leads back to them (ŉ, ß): the word stays small. */
function same(word: string, changed: string): string {
  return changed.toLowerCase() === word ? changed : word;
}
