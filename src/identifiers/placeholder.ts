/**
 * What people and programs write when they have no value. Compared without case, spaces and punctuation.
 * Collected from forms in Spanish, Portuguese and English, and from the empty values of programming languages.
 */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `null none nil nan undefined unknown anonymous anonymus anonimo na sn nn nd notiene notienen noaplica ninguno ninguna nada
   desconocido desconhecido sindato sindatos sinnumero sininformacion sinidentificacion pendiente porconfirmar pordefinir
   vacio naotem naoinformado semnumero semdados naoaplica pendente noid missing empty notset notprovided notavailable
   notapplicable tbd xx xxx xxxx xxxxx xxxxxx test prueba teste`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Runs of the keyboard; a real number of this form is rarer than a made-up one by orders of magnitude. */
const SEQUENCES: ReadonlySet<string> = new Set([
  '12345',
  '123456',
  '1234567',
  '12345678',
  '123456789',
  '1234567890',
  '12345678901',
  '123456789012',
  '0123456789',
  '01234567',
  '012345678',
  '987654321',
  '9876543210',
  '87654321',
]);

const SEPARATORS = /[\s._\-/\\]+/g;
const MARKS = /\p{M}/gu;

/** Whether a text says that there is no value: `null`, `N/A`, `sin número`, `no tiene`. */
export function isEmptyWord(text: string): boolean {
  if (text.length > 40) return false;
  const word = text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(SEPARATORS, '');
  return EMPTY_WORDS.has(word);
}

/** Whether a code is made of one repeated character (`0000`, `XXXXXX`, `1111-1111`); at least three of them. */
export function isRepeated(code: string): boolean {
  return code.length >= 3 && code === code.charAt(0).repeat(code.length);
}

/** Whether a code runs up or down the keyboard: `123456789`, `9876543210`. */
export function isSequence(code: string): boolean {
  return SEQUENCES.has(code);
}

/**
 * Whether an opaque value (a subject, a card, an id of another system) stands for nothing: a word for nothing, zeros, or
 * one repeated character. A lone `0` or `-1` is the empty value of many systems. Sequences are left alone: an id `123456`
 * of another system is a real one.
 */
export function isEmptyValue(value: string): boolean {
  const code = value.replace(SEPARATORS, '');
  return (
    code === '' || value === '-1' || /^0+$/.test(code) || isEmptyWord(value) || (isRepeated(code) && code.length >= 5)
  );
}
