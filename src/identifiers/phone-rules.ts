/**
 * What Latin American numbering plans changed or dial around, and the phone library does not repair. Each rule takes the
 * digits after the country calling code, or as dialled within the country, and gives the national significant number.
 */
type Rule = readonly [pattern: RegExp, replacement: string];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  // Mexico, since August 2019: ten digits everywhere; 01 was long distance, 044 and 045 mobiles, 1 mobiles from abroad.
  '52': [
    [/^04[45](\d{10})$/, '$1'],
    [/^01(\d{10})$/, '$1'],
    [/^1(\d{10})$/, '$1'],
  ],
  // Argentina: both the 9 of international mobiles and the 15 of national ones; the library knows 15 alone.
  '54': [[/^9(\d{2,4}15\d{6,8})$/, '$1']],
  // Brazil: 0, then an optional carrier of two digits; mobiles of eight digits (first 6 to 9) got a 9 in front, 2012-2016.
  '55': [
    [/^0\d\d([1-9]\d\d{8,9})$/, '$1'],
    [/^0([1-9]\d\d{8,9})$/, '$1'],
    [/^([1-9]\d)([6-9]\d{7})$/, '$19$2'],
  ],
  // Chile, since 2016: nine digits; mobiles of eight digits (8, 9) got a 9 in front, Santiago's 2 a second 2; 1xx carriers.
  '56': [
    [/^1\d\d(\d{9})$/, '$1'],
    [/^0(\d{9})$/, '$1'],
    [/^([89]\d{7})$/, '9$1'],
    [/^(2\d{7})$/, '2$1'],
  ],
  // Colombia, since September 2021: 60 before area and number; 0 and a carrier's digit before that.
  '57': [
    [/^0[579]?([1-8]\d{7})$/, '$1'],
    [/^([1-8]\d{7})$/, '60$1'],
  ],
};

/** National digits as the country's plan counts them today; the same digits where no rule applies. Idempotent. */
export function repairNational(callingCode: string, national: string): string {
  let repaired = national;
  for (const [pattern, replacement] of RULES[callingCode] ?? []) repaired = repaired.replace(pattern, replacement);
  return repaired;
}

/**
 * What two spellings of one line share, from its E.164 form:
 * - Argentina without the 9 of mobiles: records rarely tell mobile from fixed, and no two lines differ by it alone.
 * - Brazil without the ninth digit, but only before 6 to 9, as those lines once had eight; a mobile such as 9 5123-4567
 *   never had, and without its 9 it would be the fixed line 5123-4567 of a stranger.
 */
export function phoneMatchKey(e164: string): string {
  if (e164.startsWith('+549')) return e164.replace(/^\+549(\d{10})$/, '+54$1');
  if (e164.startsWith('+55')) return e164.replace(/^\+55(\d\d)9([6-9]\d{7})$/, '+55$1$2');
  return e164;
}
