import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';

/** @typedef {ReturnType<typeof import('./progress.mjs').createProgress>} Progress */

/**
 * Dependencies, then the build: what every command needs first. Nothing is done or said when all is as it should be.
 * @param {Progress} progress
 */
export async function prepare(progress) {
  await prepareDependencies(progress);
  if (await ensureBuilt((text) => progress.update('Build', text))) progress.done('Build', 'compiled');
}

/** @param {Progress} progress */
export async function prepareDependencies(progress) {
  if (await ensureInstalled((text) => progress.update('Dependencies', text)))
    progress.done('Dependencies', 'installed');
}
