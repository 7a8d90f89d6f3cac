import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SURVIVORSHIP } from './default-survivorship.js';
import { loadSurvivorship, readSurvivorship } from './load-survivorship.js';
import { trustOf } from './trust-of.js';

describe('a survivorship file', () => {
  test('says only what differs', () => {
    const policy = readSurvivorship(
      `version: mine-1
sources: { crm: 90 }
groups: { address: [{ completeness: 0.5 }, recency] }
attributes: { tier: [recency] }`,
      'mine.yaml',
    );
    expect(policy).toMatchObject({
      version: 'mine-1',
      groups: {
        name: DEFAULT_SURVIVORSHIP.groups.name,
        address: [
          { rule: 'completeness', atLeast: 0.5 },
          { rule: 'recency', atLeast: null },
        ],
      },
      attributes: { tier: [{ rule: 'recency', atLeast: null }] },
      otherAttributes: DEFAULT_SURVIVORSHIP.otherAttributes,
    });
    expect([trustOf('crm', policy), trustOf('web', policy), trustOf('constructor', policy)]).toEqual([90, 50, 50]);
  });

  test('without a file the default holds', () => {
    expect(loadSurvivorship(undefined)).toBe(DEFAULT_SURVIVORSHIP);
  });

  test.each([
    ['no version', 'sources: { crm: 90 }', /\/ must have required property 'version'/],
    ['no rule of that name', 'version: a\ngroups: { name: [luck] }', /\/groups\/name\/0/],
    ['no rules at all', 'version: a\ngroups: { name: [] }', /\/groups\/name must NOT have fewer than 1/],
    ['no such group', 'version: a\ngroups: { shoes: [trust] }', /\/groups must NOT have additional/],
    ['too much trust', 'version: a\nsources: { crm: 101 }', /\/sources\/crm must be <= 100/],
    ['a source that cannot be sent', 'version: a\nsources: { __crm: 9 }', /\/sources /],
    ['a bar above the whole', 'version: a\ngroups: { name: [{ completeness: 2 }] }', /must be <= 1/],
    ['no YAML', 'version: [', /it is no YAML/],
  ])('with %s is refused', (_, text, message) => {
    expect(() => readSurvivorship(text, 'mine.yaml')).toThrow(message);
  });

  test('that is not there is named, and its secrets are not', () => {
    expect(() => loadSurvivorship('/nowhere/canary.yaml')).toThrow(/canary\.yaml/);
    expect(() => readSurvivorship('version: a\nsources: { crm: canary }', 'mine.yaml')).not.toThrow(/canary/);
  });
});
