/** One word of a name, ready to be compared. */
export interface NameWord {
  /** Lower case without accents; `?` stands for one letter that was lost. */
  readonly text: string;
  /** A single letter written as an initial (`E.`, or a capital among small letters), so not the connector y or e. */
  readonly initial: boolean;
}

/** Letters that have no decomposition into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ŋ: 'n',
};
const UNDECOMPOSED = /[ßæœøđðłþıŋ]/g;

/** Windows-1252 characters that stand for the bytes 0x80 to 0x9F in text that was decoded with the wrong charset. */
const WINDOWS_BYTES: ReadonlyMap<string, number> = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((char, index) => [char, 0x80 + index]),
);
/** UTF-8 bytes C3 xx read as Windows-1252: Ã followed by one of the upper half; after lower-casing, ã. */
const MOJIBAKE = /[Ãã]([\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])/g;

/**
 * Undoes UTF-8 that was read as Latin-1 or Windows-1252 (`MuÃ±oz` -> `Muñoz`), up to twice over. Only the letters of
 * Western European names are repaired (bytes C3 80 to C3 BF); a soft hyphen lost from `Ã` + U+00AD reads as í.
 */
export function repairMojibake(text: string): string {
  if (!/[Ãã]/.test(text)) return text;
  const once = text.replace(/Ã\u0192Â/g, 'Ã').replace(MOJIBAKE, (_match, char: string) => letterOf(char));
  return once.replace(/Ã(?=[a-z]|$|\s)/g, (match, at: number) => (/[a-z]/.test(once.charAt(at - 1)) ? 'í' : match));
}

function letterOf(char: string): string {
  const byte = WINDOWS_BYTES.get(char) ?? char.charCodeAt(0);
  return String.fromCharCode(byte + 0x40);
}

/** Lower case, without accents, ñ as n: for comparison only. Other scripts keep their letters. */
export function foldLetters(text: string): string {
  const bare = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');
  return bare.normalize('NFC').replace(UNDECOMPOSED, (letter) => LETTERS[letter] ?? letter);
}

/** Mª, M.ª and Mª. stand for María. */
const ORDINAL_MARIA = /(^|[^\p{L}])m\.?\s?ª\.?/giu;
/** Apostrophes join what they part: O'Hare and Ohare, D´Angelo and Dangelo. */
const APOSTROPHES = /['’‘`´ʼ′]/g;
/** A digit or a replacement character inside a word is one letter that was lost or misread. */
const LOST_LETTER = /(?<=\p{L})(?:[0-9|](?=[\p{L}0-9|]*\p{L})|[?\ufffd])|[?\ufffd](?=\p{L}{2})/gu;
const WORDS = /[\p{L}\p{M}?]+\.?/gu;

/** The words of a name in their order, at most `limit` characters of it; punctuation and digits are dropped. */
export function nameWords(name: string, limit: number): NameWord[] {
  const text = repairMojibake(name.slice(0, limit))
    .normalize('NFC')
    .replace(ORDINAL_MARIA, '$1maria ')
    .replace(APOSTROPHES, '')
    .replace(LOST_LETTER, '?');
  const shouted = text === text.toUpperCase();
  const words: NameWord[] = [];
  for (const [raw] of text.matchAll(WORDS)) {
    // Compatibility forms may unfold into blanks and signs, which are no part of a token.
    const letters = foldLetters(raw).replace(/[^\p{L}\p{M}?]/gu, '');
    if (!/\p{L}/u.test(letters)) continue;
    const capital = !shouted && raw.charAt(0) !== raw.charAt(0).toLowerCase();
    words.push({ text: letters, initial: letters.length === 1 && (raw.endsWith('.') || capital) });
  }
  return words;
}
