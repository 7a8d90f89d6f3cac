import { Ajv } from 'ajv';
import { parseDocument } from 'yaml';
import { checkMapping } from './check-mapping.js';
import { compileMapping, type MappingText } from './compile-mapping.js';
import { describeErrors } from './describe-errors.js';
import { MAPPING_SCHEMA } from './mapping.schema.js';
import type { Mapping } from './mapping.types.js';

/** Longest mapping file, in characters: a table of ten thousand codes fits, a data set passed by mistake does not. */
const MAPPING_CHARS = 1_000_000;

const validate = new Ajv({ allErrors: true, verbose: true, strict: false }).compile<MappingText>(MAPPING_SCHEMA);

export type ParsedMapping =
  { readonly ok: true; readonly mapping: Mapping } | { readonly ok: false; readonly problems: readonly string[] };

const refused = (...problems: string[]): ParsedMapping => ({ ok: false, problems });

/** Reads a mapping from YAML. Refusals are sentences that name the path and what is allowed there. */
export function parseMapping(text: string): ParsedMapping {
  if (text.length > MAPPING_CHARS) return refused(`longer than ${MAPPING_CHARS} characters; is this a mapping?`);
  // No custom tags and no aliases beyond the parser's default limit, so that a small file stays a small object.
  const document = parseDocument(text, { schema: 'core', prettyErrors: true });
  const syntax = document.errors[0];
  if (syntax) return refused(syntax.message.split('\n')[0]?.replace(/:$/, '') ?? 'is no YAML');
  const written: unknown = document.toJS({ maxAliasCount: 100 });
  if (!validate(written)) return refused(...describeErrors(validate.errors ?? []));
  const problems = checkMapping(written);
  return problems.length > 0 ? refused(...problems) : { ok: true, mapping: compileMapping(written) };
}
