/** Rules in their order; each replaces what Spanish and Portuguese speakers hear as one sound. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/tz/g, 's'],
  [/s[ch]h?(?=[aeiou])/g, 's'],
  // Christian and Cristian, but Chelo keeps its ch (written C here).
  [/[cx]h?(?=[rlnt])/g, 'k'],
  [/ch/g, 'C'],
  [/h/g, ''],
  [/ck|qu(?=[ei])|q/g, 'k'],
  [/gu(?=[ei])/g, 'G'],
  [/g(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/[zx]/g, 's'],
  [/vv/g, 'v'],
  [/[vw]/g, 'b'],
  [/^ll/, 'y'],
  // English spellings of the vowels of Luis and Lurdes.
  [/ee/g, 'i'],
  [/oo|ou/g, 'u'],
  // Yesica, Jessica, Iesica; Giovanni, Yovani.
  [/^[yi](?=[aeou])/, 'j'],
  [/ji(?=[aou])/g, 'j'],
  [/y/g, 'i'],
  [/ie$/, 'i'],
  [/n(?=[pbf])/g, 'm'],
  [/mf/g, 'nf'],
  [/(.)\1+/g, '$1'],
];

/**
 * How a token sounds to a Spanish or Portuguese speaker: b/v/w, s/z/c/x, mute h, y/i, g/j, qu/k, ph/f, th/t, n/m before
 * p and b, doubled letters (valdes = baldez, yesica = jessica, jhon = jon). Only for tokens of Latin letters.
 */
export function phoneticKey(token: string): string {
  return SOUNDS.reduce((key, [sound, letter]) => key.replace(sound, letter), token);
}
