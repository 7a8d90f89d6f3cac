/** A name, a type such as `[String!]!`, a coordinate such as `Customer.id`, a variable, or punctuation. */
const HARMLESS_QUOTE = /^(?:[@$]?\w+(?:\.\w+)?(?:\([\w:]+\))?|\[*\w+[\]!]*|[^\w\s]{1,3})$/;

/**
 * A message of graphql-js about a document, without the values that the document holds: graphql-js prints the literal it
 * dislikes. Names, types and punctuation stay, so that the message still says what to mend.
 */
export function safeMessage(message: string): string {
  return message
    .replace(/\b(String|BlockString|Int|Float) ".*$/s, '$1 "…"')
    .replace(/, found (?!<EOF>).*$/s, '.')
    .replace(/\b(values?): .*$/s, '$1.')
    .replace(/^Value ".*?" does not exist in/s, 'The value does not exist in')
    .replace(/\bcharacter(?: escape sequence)?: .*$/s, 'character.')
    .replace(/"((?:[^"\\]|\\.)*)"/gs, (quote, inside: string) => (HARMLESS_QUOTE.test(inside) ? quote : '"…"'));
}
