import { SingleBar } from 'cli-progress';
import type { Terminal } from '../terminal.js';
import { count } from './tally.js';

/** Seconds between two lines where nobody watches: a log of a long load stays readable. */
const LINE_SECONDS = 5;

export interface Progress {
  /** `bytes` read and `rows` committed of everything so far. */
  update(bytes: number, rows: number): void;
  stop(): void;
}

/** A bar for a person, a line every few seconds for a log. `totalBytes` is null when nobody knows (standard input). */
export function openProgress(terminal: Terminal, totalBytes: number | null, noun: string): Progress {
  return terminal.isWatched && totalBytes !== null ? bar(totalBytes, noun) : lines(terminal, totalBytes, noun);
}

function bar(totalBytes: number, noun: string): Progress {
  const single = new SingleBar({
    format: `{bar} {percentage} % · {rows} ${noun} · {eta_formatted} left`,
    hideCursor: true,
    // Rows come in batches of two thousand; a faster redraw shows nothing new.
    fps: 5,
  });
  single.start(totalBytes, 0, { rows: '0' });
  return {
    update: (bytes, rows) => single.update(Math.min(bytes, totalBytes), { rows: count(rows) }),
    stop: () => single.stop(),
  };
}

function lines(terminal: Terminal, totalBytes: number | null, noun: string): Progress {
  const start = terminal.clock.now().getTime();
  let last = start;
  return {
    update: (bytes, rows) => {
      const now = terminal.clock.now().getTime();
      if (now - last < LINE_SECONDS * 1000) return;
      last = now;
      const share = totalBytes === null || totalBytes === 0 ? '' : `${Math.floor((bytes / totalBytes) * 100)} % · `;
      terminal.err(`${share}${count(rows)} ${noun} · ${Math.round((now - start) / 1000)} s`);
    },
    stop: () => undefined,
  };
}
