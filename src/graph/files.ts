import { fileURLToPath } from 'node:url';

/** The package's `cypher/` folder; this file is two folders below the root in `src/` and in `dist/` alike. */
const CYPHER = new URL('../../cypher/', import.meta.url);

/** Folder of the migrations. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('migrations/', CYPHER));

/** Absolute path of a query by its name, e.g. `customers/find-by-identifier`. */
export function queryFile(name: string): string {
  return cypherFile('queries', name);
}

/** Absolute path of a query that stewards run in Neo4j Browser, e.g. `find/by-name`. The service never runs these. */
export function guideQueryFile(name: string): string {
  return cypherFile('guides', name);
}

function cypherFile(folder: string, name: string): string {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(name)) throw new Error(`not the name of a query: ${JSON.stringify(name)}`);
  return fileURLToPath(new URL(`${folder}/${name}.cypher`, CYPHER));
}
