import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from '@jest/globals';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = buildSchema(read('schema.graphql'));
const docs = read('docs/api.md');
const blocks = (language: string) =>
  [...docs.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '');

describe('docs/api.md', () => {
  test('shows examples', () => expect(blocks('graphql').length).toBeGreaterThan(3));

  test.each(blocks('graphql').map((block) => [block.replace(/\s+/g, ' ').slice(0, 60), block]))(
    '%s… fits the schema',
    (_, block) => expect(validate(schema, parse(block))).toEqual([]),
  );

  test.each(blocks('json').map((block, index) => [String(index), block]))('answer %s is JSON', (_, block) => {
    expect(() => JSON.parse(block) as unknown).not.toThrow();
  });

  test('names every reason of whyNot', () => {
    const values = enumValues('WhyNotCode');
    const named = [...docs.matchAll(/^\| `([A-Z_]+)` /gm)].map((match) => match[1]);
    expect(named.sort()).toEqual(values.sort());
  });
});

function enumValues(name: string): string[] {
  const type = schema.getType(name);
  return type && 'getValues' in type ? type.getValues().map((each) => each.name) : [];
}
