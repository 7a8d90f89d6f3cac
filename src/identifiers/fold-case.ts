/**
 * Lower case, composed (NFC). Once is enough: no single character of Unicode changes when it is folded again, as the spec
 * shows. Accents stay, since they tell people apart.
 */
export function lowerCase(text: string): string {
  return text.toLowerCase().normalize('NFC');
}
