/** One Ctrl-C can arrive twice: from the terminal, and passed on by npm. */
const ECHO_MILLISECONDS = 1000;

/**
 * Calls `onStop` at the first request to stop, and `onInsist` at a later one that is no echo of it.
 * @param {{ onStop: (signal: string) => void, onInsist: () => void, now?: () => number }} handlers
 */
export function onSignals({ onStop, onInsist, now = Date.now }) {
  let firstAt = -Infinity;
  const handle = (/** @type {string} */ signal) => {
    if (firstAt === -Infinity) {
      firstAt = now();
      onStop(signal);
    } else if (now() - firstAt > ECHO_MILLISECONDS) onInsist();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => handle(signal));
}
