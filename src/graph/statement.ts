import { readFileSync } from 'node:fs';
import { queryFile } from './files.js';

/** One Cypher statement with the shapes of its parameters and rows. Made by `cypher`. */
interface StatementOf<Access extends 'read' | 'write', Params, Row> {
  /** Path under `cypher/queries` without the extension. */
  readonly name: string;
  readonly access: Access;
  readonly text: string;
  /** Names of the `$params` that the text uses, sorted. */
  readonly params: readonly string[];
  /** True where reading every node of a label is the purpose. */
  readonly scansLabel: boolean;
  /** Types only; never set. */
  readonly shape?: (params: Params) => Row;
}

export type ReadStatement<Params, Row> = StatementOf<'read', Params, Row>;
export type WriteStatement<Params, Row> = StatementOf<'write', Params, Row>;
export type Statement<Params, Row> = ReadStatement<Params, Row> | WriteStatement<Params, Row>;
/** A statement whose shapes do not matter. */
export type AnyStatement = Omit<Statement<never, unknown>, 'shape'>;

interface Options<Access> {
  readonly access: Access;
  /** Declares that the statement reads every node of a label on purpose, so that `verifyStatements` lets it. */
  readonly scansLabel?: boolean;
}

const registry = new Map<string, AnyStatement>();

/**
 * Loads `cypher/queries/<name>.cypher`, once and when the module is loaded, so that a missing file stops the start.
 * Throws when another statement has the name already.
 */
export function cypher<Params, Row>(name: string, options: Options<'read'>): ReadStatement<Params, Row>;
export function cypher<Params, Row>(name: string, options: Options<'write'>): WriteStatement<Params, Row>;
export function cypher(name: string, options: Options<'read' | 'write'>): AnyStatement {
  if (registry.has(name)) throw new Error(`cypher/queries/${name}.cypher is loaded twice; share the statement`);
  const statement = parse(name, readFileSync(queryFile(name), 'utf8'), options);
  registry.set(name, statement);
  return statement;
}

/** Every statement loaded so far, by name. */
export function statements(): readonly AnyStatement[] {
  return [...registry.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A statement from its text: for migrations and tests. It is not registered. */
export function statementOf<Params, Row>(
  name: string,
  text: string,
  options: Options<'read'>,
): ReadStatement<Params, Row>;
export function statementOf<Params, Row>(
  name: string,
  text: string,
  options: Options<'write'>,
): WriteStatement<Params, Row>;
export function statementOf(name: string, text: string, options: Options<'read' | 'write'>): AnyStatement {
  return parse(name, text, options);
}

function parse(name: string, text: string, options: Options<'read' | 'write'>): AnyStatement {
  return { name, text, access: options.access, params: paramsOf(text), scansLabel: options.scansLabel ?? false };
}

/** Names of the parameters in a statement, sorted; comments and string literals do not count. */
export function paramsOf(text: string): string[] {
  const code = text.replace(/\/\/[^\n]*|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '');
  return [...new Set([...code.matchAll(/\$([A-Za-z_]\w*)/g)].map((match) => match[1] ?? ''))].sort();
}

/**
 * Throws unless `params` has exactly the parameters that the statement uses: a surplus one is a mistake that the
 * database would not notice.
 */
export function checkParams(statement: AnyStatement, params: object): void {
  const given = Object.keys(params);
  const surplus = given.filter((name) => !statement.params.includes(name));
  const missing = statement.params.filter((name) => !(name in params));
  if (surplus.length === 0 && missing.length === 0) return;
  const parts = [
    surplus.length > 0 ? `does not use ${surplus.map((name) => `$${name}`).join(', ')}` : '',
    missing.length > 0 ? `was not given ${missing.map((name) => `$${name}`).join(', ')}` : '',
  ];
  throw new Error(`cypher/queries/${statement.name}.cypher ${parts.filter(Boolean).join(' and ')}`);
}
