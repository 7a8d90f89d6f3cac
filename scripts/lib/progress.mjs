/** How often a task that goes on is reported where the output is no terminal (a log, CI). */
const LOG_EVERY_SECONDS = 10;
const CLEAR = '\r\u001b[2K';

/**
 * Says what is going on: a single line, rewritten in place on a terminal, with what each unfinished task is at; one
 * line for each that is done.
 * @param {{ isTTY?: boolean, columns?: number, write(text: string): unknown }} out
 * @param {() => number} now milliseconds
 */
export function createProgress(out, now = Date.now) {
  /** @type {Map<string, { startedAt: number, loggedAt: number, text: string }>} */
  const tasks = new Map();
  const seconds = (/** @type {number} */ since) => `${Math.round((now() - since) / 1000)} s`;
  const draw = () => {
    if (!out.isTTY) return;
    const line = [...tasks].map(([name, task]) => `${name}: ${task.text} (${seconds(task.startedAt)})`).join(' · ');
    out.write(CLEAR + line.slice(0, (out.columns ?? 80) - 1));
  };
  const line = (/** @type {string} */ text) => {
    out.write(`${out.isTTY ? CLEAR : ''}${text}\n`);
    if (tasks.size > 0) draw();
  };
  const ticker = setInterval(draw, 1000);
  ticker.unref();

  /** @param {string} name @param {string} text */
  const update = (name, text) => {
    const task = tasks.get(name) ?? { startedAt: now(), loggedAt: now(), text };
    tasks.set(name, { ...task, text });
    if (out.isTTY || now() - task.loggedAt < LOG_EVERY_SECONDS * 1000) return draw();
    tasks.set(name, { ...task, text, loggedAt: now() });
    out.write(`  ${name}: ${text} (${seconds(task.startedAt)})\n`);
  };
  /** @param {string} name @param {string} text */
  const done = (name, text) => {
    const startedAt = tasks.get(name)?.startedAt ?? now();
    tasks.delete(name);
    line(`  ${name}: ${text}${now() - startedAt >= 1000 ? ` (${seconds(startedAt)})` : ''}`);
  };
  const stop = () => {
    clearInterval(ticker);
    if (out.isTTY && tasks.size > 0) out.write(CLEAR);
    tasks.clear();
  };
  return { update, done, line, stop };
}
