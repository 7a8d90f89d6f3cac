import type { ErrorObject } from 'ajv';

/** `/identifiers/1/type` -> `identifiers[1].type`; the file itself is `the file`. */
function pathOf(pointer: string): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const path = parts.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`)).join('');
  return path.replace(/^\./, '') || 'the file';
}

/** The text of `value` when it is short enough to show; a mapping holds no personal values. */
const quoted = (value: unknown) => JSON.stringify(value)?.slice(0, 60);

/** Patterns of the schema, in words. */
const PATTERNS: Readonly<Record<string, string>> = {
  '^[A-Z]{2}$': 'an ISO 3166-1 alpha-2 code in capitals, such as MX',
  '^[A-Z][A-Z0-9_]{0,63}$': 'a type in capitals, such as EMAIL or NATIONAL_ID',
  '^[+-]\\d{2}:\\d{2}$': 'an offset such as -06:00',
};

function allowedKeys(error: ErrorObject): string {
  const properties = (error.parentSchema as { properties?: object } | undefined)?.properties ?? {};
  return Object.keys(properties).join(', ');
}

function sentenceOf(error: ErrorObject): string {
  const path = pathOf(error.instancePath);
  const at = error.instancePath === '' ? '' : `${path}.`;
  switch (error.keyword) {
    case 'additionalProperties':
      return `${at}${String(error.params.additionalProperty)} is not allowed; allowed here: ${allowedKeys(error)}`;
    case 'required':
      return `${at}${String(error.params.missingProperty)} is missing`;
    case 'enum':
      return `${path} must be one of ${(error.params.allowedValues as string[]).join(', ')}, not ${quoted(error.data)}`;
    case 'type':
      return `${path} must be ${String(error.params.type)}, not ${quoted(error.data)}`;
    case 'pattern':
      return `${path} must be ${PATTERNS[String(error.params.pattern)] ?? error.params.pattern}, not ${quoted(error.data)}`;
    default:
      return `${path} ${error.message ?? 'is not allowed'}`;
  }
}

/** One sentence per mistake, naming the path and what is allowed there. */
export function describeErrors(errors: readonly ErrorObject[]): string[] {
  // `if` only repeats that one of its branches failed.
  const sentences = errors.filter((error) => error.keyword !== 'if').map(sentenceOf);
  return [...new Set(sentences)];
}
