/** @typedef {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number }} JestReport */
/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * What a Jest run came to. A file that could not run at all has no tests to fail and counts as one failure; so does a
 * run that left no report, or that Jest calls failed for a reason no test shows.
 * @param {JestReport | undefined} report of `jest --json`
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countTests(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/**
 * @param {readonly Counts[]} runs
 * @returns {Counts}
 */
export function sum(runs) {
  return runs.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/**
 * The last line of every test run. A run without a single test proves nothing and has failed.
 * @param {Counts} counts
 * @returns {{ line: string, ok: boolean }}
 */
export function verdict({ passed, failed }) {
  return { line: `${passed} passed, ${failed} failed`, ok: failed === 0 && passed > 0 };
}
