import { describe, expect, test } from '@jest/globals';
import type { CustomerId } from '../../kernel/ids.js';
import { flowKey, flowPrefix, stepsAt } from './window.js';

const MINUTE = 60_000;

describe('stepsAt', () => {
  test('looks back by sixths of the window, the present one first', () => {
    const steps = stepsAt(125 * MINUTE, { windowMinutes: 60 });
    expect(steps.map((each) => each / MINUTE)).toEqual([120, 110, 100, 90, 80, 70]);
  });

  test('stays the same within a step and moves on by one with the next', () => {
    const at = (minutes: number) => stepsAt(minutes * MINUTE, { windowMinutes: 60 });
    expect(at(129.9)).toEqual(at(120));
    expect(at(130).slice(1)).toEqual(at(129).slice(0, 5));
  });
});

describe('keys of flows', () => {
  const crm = { source: 'crm', job: null };
  const job = { source: 'crm', job: 'night' };

  test('tell sources, jobs, steps and customers apart', () => {
    const keys = [flowKey(crm, 1), flowKey(job, 1), flowKey(crm, 2), flowKey(crm, 1, 'c1' as CustomerId)];
    expect(new Set(keys).size).toBe(4);
  });

  test('begin with what is common to a source, or to a job', () => {
    expect(flowKey(job, 1, 'c1' as CustomerId).startsWith(flowPrefix(crm))).toBe(true);
    expect(flowKey(job, 1).startsWith(flowPrefix(job))).toBe(true);
    expect(flowKey(crm, 1).startsWith(flowPrefix(job))).toBe(false);
    expect(flowKey({ source: 'crm2', job: null }, 1).startsWith(flowPrefix(crm))).toBe(false);
    expect(flowKey({ source: 'crm', job: 'night2' }, 1).startsWith(flowPrefix(job))).toBe(false);
  });
});
