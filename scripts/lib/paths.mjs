import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What `npm start` keeps between runs: data, ports, password. Covered by .gitignore. */
export const STATE = join(ROOT, '.huella');

/**
 * The per-user cache folder of huella, by the XDG base directory specification: a relative XDG_CACHE_HOME is ignored.
 * @param {Record<string, string | undefined>} env
 * @returns {string}
 */
export function cacheFolder(env = process.env) {
  const xdg = env.XDG_CACHE_HOME;
  const base = xdg !== undefined && xdg.startsWith('/') ? xdg : join(env.HOME ?? homedir(), '.cache');
  return join(base, 'huella');
}
