import { describe, expect, test } from '@jest/globals';
import { advance, describe as inWords, noProgress } from '../neo4j/maven-progress.mjs';
import { box } from './box.mjs';
import { countTests, sum, verdict } from './jest-report.mjs';
import { createProgress } from './progress.mjs';

describe('the count of tests', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

  test.each([
    ['all passed', report, 0, { passed: 3, failed: 0 }],
    ['one failed', { ...report, numFailedTests: 1 }, 1, { passed: 3, failed: 1 }],
    ['a file that could not run', { ...report, numRuntimeErrorTestSuites: 2 }, 1, { passed: 3, failed: 2 }],
    ['failed for a reason that no test shows', report, 1, { passed: 3, failed: 1 }],
    ['no report', undefined, 0, { passed: 0, failed: 1 }],
  ])('%s', (_, given, exitCode, expected) => {
    expect(countTests(given, exitCode)).toEqual(expected);
  });

  test('several runs are one, and one without tests has failed', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
    expect(verdict({ passed: 2, failed: 0 })).toEqual({ line: '2 passed, 0 failed', ok: true });
    expect(verdict({ passed: 2, failed: 1 })).toEqual({ line: '2 passed, 1 failed', ok: false });
    expect(verdict(sum([])).ok).toBe(false);
  });
});

test('the progress of Maven', () => {
  const lines = [
    '[INFO] Downloading from central: https://repo.example/org/neo4j/a/1/a-1.jar',
    '[INFO] Downloaded from central: https://repo.example/org/neo4j/a/1/a-1.pom (4.2 kB at 17 kB/s)',
    '[INFO] Downloaded from central: https://repo.example/org/neo4j/a/1/a-1.jar (5.9 MB at 13 MB/s)',
    '[INFO] Downloaded from central: https://repo.example/org/neo4j/b/1/b-1.jar (143 kB at 1.1 MB/s)',
  ];
  expect(inWords(noProgress())).toBe('resolving');
  const progress = lines.reduce(advance, noProgress());
  expect(progress).toEqual({ descriptions: 1, jars: 2, bytes: 6_043_000, copied: 0 });
  expect(inWords(progress)).toBe('resolving, 1 descriptions read');
  expect(inWords({ ...progress, jars: 20 })).toMatch(/^downloading, 20 of about \d+ jars, 6 MB$/);
  expect(inWords(advance(progress, '[INFO] Copying a-1.jar to /somewhere/lib/a-1.jar'))).toBe('assembling, 1 jars');
});

describe('what is said on the way', () => {
  const record = (/** @type {boolean} */ isTTY) => {
    let now = 0;
    let text = '';
    const progress = createProgress({ isTTY, columns: 60, write: (more) => (text += more) }, () => now);
    return { progress, text: () => text, wait: (/** @type {number} */ seconds) => (now += seconds * 1000) };
  };

  test('a log gets a line now and then, and one at the end', () => {
    const { progress, text, wait } = record(false);
    progress.update('Neo4j', 'downloading');
    wait(3);
    progress.update('Neo4j', 'still downloading');
    wait(8);
    progress.update('Neo4j', 'starting');
    progress.done('Neo4j', 'there');
    progress.stop();
    expect(text()).toBe('  Neo4j: starting (11 s)\n  Neo4j: there (11 s)\n');
  });

  test('a terminal gets one line that changes, never wider than it is', () => {
    const { progress, text } = record(true);
    progress.update('Neo4j', 'x'.repeat(200));
    progress.stop();
    const lines = text().split('\r\u001b[2K');
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(60);
  });
});

test('a box is as wide as its widest line', () => {
  expect(box('t', ['a', 'long line'])).toBe(
    ['╭─ t ───────╮', '│ a         │', '│ long line │', '╰───────────╯'].join('\n'),
  );
});
