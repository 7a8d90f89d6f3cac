/** `huella load` of a file, as a user runs it: records a second, and how its memory went. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const HUELLA = fileURLToPath(new URL('../../bin/huella.js', import.meta.url));
const SAMPLE_MILLISECONDS = 500;

/**
 * @typedef {object} Loaded
 * @property {number} seconds of the whole command, start-up included
 * @property {number[]} residentMegabytes memory of the process, sampled twice a second
 */

/** @param {string} file @returns {Promise<Loaded>} */
export async function measureLoad(file) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [HUELLA, 'load', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  /** @type {number[]} */
  const residentMegabytes = [];
  const sampling = setInterval(() => sample(child.pid, residentMegabytes), SAMPLE_MILLISECONDS);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(sampling);
  if (code !== 0 && code !== 2) throw new Error(`huella load ended with ${code}`);
  return { seconds: (performance.now() - startedAt) / 1_000, residentMegabytes };
}

/** Linux only; elsewhere there are no samples. @param {number | undefined} pid @param {number[]} samples */
function sample(pid, samples) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
    if (kilobytes) samples.push(Number(kilobytes) / 1_024);
  } catch {
    // The process has just ended, or this system has no /proc.
  }
}
