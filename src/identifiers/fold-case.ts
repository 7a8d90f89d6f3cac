/**
 * Lower case, composed. Done twice, because a few capitals (İ, ϓ with its marks) settle only in the second round; a third
 * changes nothing for any single character of Unicode, as the spec shows.
 */
export function lowerCase(text: string): string {
  return once(once(text));
}

function once(text: string): string {
  return text.toLowerCase().normalize('NFC');
}
