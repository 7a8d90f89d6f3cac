/**
 * Loaded into the service before its own code: measures how long the event loop keeps others waiting, and answers the
 * parent's `begin` and `end` over the channel between the two processes.
 *
 * A timer asks for a turn every millisecond. Of one that comes d milliseconds late, everything that arrived meanwhile
 * waited d, d - 1, ... 1: each of these counts, or a loop that stands still for a second would look like one late turn
 * among thousands. What remains is the delay that something which arrives at any moment must expect. `work` is the same
 * of the processor time that the service itself spent, for machines on which others take the processor away.
 */
import { performance } from 'node:perf_hooks';

const TURN_MILLISECONDS = 1;
/** Later than this is not looked at closer. */
const MOST = 60_000;

let [waits, works] = [new Uint32Array(MOST), new Uint32Array(MOST)];
let last = performance.now();
let spent = process.cpuUsage();

function turn() {
  const now = performance.now();
  const { user, system } = process.cpuUsage(spent);
  count(waits, now - last);
  count(works, Math.min(now - last, (user + system) / 1_000));
  last = now;
  spent = process.cpuUsage();
}

/** @param {Uint32Array} counts @param {number} milliseconds */
function count(counts, milliseconds) {
  const late = Math.min(Math.round(milliseconds), MOST - 1);
  for (let wait = Math.max(late, 1); wait > 0; wait -= 1) counts[wait] += 1;
}

setInterval(turn, TURN_MILLISECONDS).unref();

process.on('message', (message) => {
  if (message === 'begin') {
    [waits, works] = [new Uint32Array(MOST), new Uint32Array(MOST)];
    last = performance.now();
    spent = process.cpuUsage();
  }
  if (message === 'end') {
    const [p50, p99, longest] = [0.5, 0.99, 1].map((part) => percentile(waits, part));
    process.send?.({ p50, p99, longest, work: percentile(works, 0.99) });
  }
});
process.channel?.unref();

/** Milliseconds that so large a part of all does not exceed. @param {Uint32Array} counts @param {number} part */
function percentile(counts, part) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let wait = 0; wait < MOST; wait += 1) {
    seen += counts[wait] ?? 0;
    if (seen >= part * total) return wait;
  }
  return MOST;
}
