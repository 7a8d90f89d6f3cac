import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OWN_FOLDERS = ['src', 'test', 'scripts', 'bench', 'bin', 'cypher', 'docs', 'mappings', '.ci'];
const BINARY = /\.(png|jpe?g|gif|woff2?|ico)$/;
/** Every text file that we wrote, at the root and in the folders that hold code, queries and docs. */
export function ownFiles() {
  const atRoot = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'package-lock.json' && !entry.name.startsWith('.env'))
    .map((entry) => join(ROOT, entry.name));
  return [...atRoot, ...OWN_FOLDERS.flatMap(filesIn)].filter((path) => !BINARY.test(path)).map(read);
}
/** The files below one folder of the root; none when there is no such folder. */
export function filesBelow(folder) {
  return filesIn(folder).map(read);
}
function filesIn(folder) {
  try {
    return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
function read(path) {
  return { path: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') };
}
//# sourceMappingURL=project-files.js.map
