import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';

/**
 * Dependencies, then the build: what every command needs first. Nothing is done or said when all is as it should be.
 * @param {ReturnType<typeof import('./progress.mjs').createProgress>} progress
 */
export async function prepare(progress) {
  if (await ensureInstalled((text) => progress.update('Dependencies', text))) progress.done('Dependencies', 'installed');
  if (await ensureBuilt((text) => progress.update('Build', text))) progress.done('Build', 'compiled');
}
