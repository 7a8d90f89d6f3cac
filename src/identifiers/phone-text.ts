/** What a text says before any numbering plan is asked. */
export interface PhoneText {
  /** Digits only, without an international prefix and without the extension. */
  readonly digits: string;
  /** The digits begin with a country calling code for certain (`+`, `00`, a WhatsApp id). */
  readonly international: boolean;
  /** '' when there is none. */
  readonly extension: string;
}

export type PhoneTextFault = 'SEVERAL' | 'NOT_A_NUMBER';

/** Longest text of one phone number with label and extension; keeps the patterns below cheap. */
const TEXT_CHARS = 80;
/** Digits that make a part of a text a phone number of its own (the shortest subscriber numbers here have seven). */
const NUMBER_DIGITS = 7;

const DASHES = /[\u2010-\u2015\u2212]/g;
const WHATSAPP = [
  /^(?:https?:\/\/)?(?:www\.)?wa\.me\/\+?(\d+)(?:[/?].*)?$/,
  /^(?:https?:\/\/)?(?:api|web)\.whatsapp\.com\/send\/?\?phone=(?:\+|%2b)?(\d+)(?:&.*)?$/,
  /^\+?(\d+)(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/,
];
const LABEL_WORDS =
  'tel|tel[eé]fonos?|telefones?|phone|m[oó]vil|m[oó]bile?|cel|celular|cell|whatsapp|whats|wsp|wa|fax|fijo|fixo|casa|oficina|trabajo|trabalho|recados?|particular';
const LEADING_LABEL = new RegExp(`^(?:${LABEL_WORDS})(?!\\p{L})\\s*[.:]*\\s*`, 'u');
const TRAILING_LABEL = new RegExp(`\\s*(?<!\\p{L})\\(?(?:${LABEL_WORDS})\\.?\\)?$`, 'u');
const EXTENSION =
  /[\s,;]*(?:;ext=|(?:\bext(?:ensi[oó]n|ens[aã]o|n)?|x|#|\bint(?:erno)?|\bramal|\banexo|\banx)\s*[.:]*)\s*(\d{1,7})$/;
const SEPARATOR = /[/;,|]|\s(?:y|e|o|u|ou|or|and)\s/;
/** An alternative last digit or two: `4321-1234/35`. */
const ALTERNATIVE_END = /\d\s*\/\s*\d{1,2}$/;
const INTERNATIONAL = /^\(?\s*(?:\+|00(?=[\s().-]*[1-9]))/;
const WRITTEN = /^[\d\s().\-/[\]]*$/;

/**
 * Takes a written phone number apart: labels, WhatsApp ids and links, extension (`ext.`, `x`, `int.`, `ramal`, `anexo`),
 * `+` or `00`. SEVERAL when the text holds more than one number, NOT_A_NUMBER when it holds other things.
 */
export function readPhoneText(value: string): PhoneText | PhoneTextFault {
  const text = value.normalize('NFKC').toLowerCase().replace(DASHES, '-');
  const whatsapp = whatsappDigits(text);
  if (whatsapp !== null) return { digits: whatsapp, international: true, extension: '' };
  if (holdsSeveral(text)) return 'SEVERAL';
  if (text.length > TEXT_CHARS) return 'NOT_A_NUMBER';
  const bare = text.replace(/^tel:/, '').trim().replace(LEADING_LABEL, '').replace(TRAILING_LABEL, '');
  const extension = EXTENSION.exec(bare)?.[1] ?? '';
  return readNumber(extension === '' ? bare : bare.replace(EXTENSION, ''), extension);
}

function whatsappDigits(text: string): string | null {
  for (const pattern of WHATSAPP) {
    const digits = pattern.exec(text)?.[1];
    if (digits !== undefined) return digits;
  }
  return null;
}

function holdsSeveral(text: string): boolean {
  const numbers = text.split(SEPARATOR).filter((part) => digitsOf(part).length >= NUMBER_DIGITS);
  return numbers.length > 1 || (numbers.length === 1 && ALTERNATIVE_END.test(text));
}

function readNumber(text: string, extension: string): PhoneText | PhoneTextFault {
  const international = INTERNATIONAL.test(text);
  const rest = international ? text.replace(INTERNATIONAL, '') : text;
  if (!WRITTEN.test(rest)) return 'NOT_A_NUMBER';
  const digits = digitsOf(rest);
  return digits === '' ? 'NOT_A_NUMBER' : { digits, international, extension };
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
