import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file so that a reader, or a crash, sees the old content or the new one and never a half.
 * @param {string} path
 * @param {string} text
 * @param {number} mode permission bits; 0600 for anything secret
 */
export function writeWhole(path, text, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { mode });
  renameSync(temporary, path);
}

/**
 * The text of a file, or undefined when it does not exist.
 * @param {string} path
 * @returns {string | undefined}
 */
export function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * A JSON file's value; undefined when it is missing or damaged, because every such file here can be made again.
 * @param {string} path
 * @returns {any}
 */
export function readJson(path) {
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} path
 * @param {unknown} value
 * @param {number} mode
 */
export function writeJson(path, value, mode = 0o644) {
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`, mode);
}
