import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../kernel/limits.js';
import type { InteractionRow } from '../interaction.types.js';
import { identifierSubject, recordSubject, subjectParts } from '../subject.js';
import { readInteraction, type ReadSubject } from './read-interaction.js';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const readSubject: ReadSubject = ({ type, value }) =>
  value === ''
    ? { problem: { code: 'EMPTY_VALUE', field: 'value', message: 'is empty' } }
    : identifierSubject(`default|${type}||${value}` as never);

const ROW: InteractionRow = {
  source: 'shop',
  interactionId: 'o-1',
  record: { source: 'crm', recordId: '1' },
  type: 'PURCHASE',
  direction: 'FROM_CUSTOMER',
  channel: 'WEB',
  occurredAt: '2026-01-31T10:00:00Z',
};
const read = (changes: object = {}) => readInteraction({ ...ROW, ...changes }, readSubject, NOW);

function taken(changes: object = {}) {
  const outcome = read(changes);
  if (outcome.kind !== 'read') throw new Error(`${outcome.problem.field} ${outcome.problem.message}`);
  return outcome;
}

describe('an interaction', () => {
  test('with everything', () => {
    const { interaction, warnings } = taken({
      brandId: 'norte',
      campaign: 'verano-2026',
      referrer: 'https://ejemplo.mx/',
      context: { behavioural: { pages: 3 }, situational: { device: { os: 'Android' } } },
      items: [{ id: 'sku-1', quantity: 2, price: 99.9, currency: 'MXN', category: 'shoes' }, { id: 'sku-2' }],
    });
    expect(warnings).toEqual([]);
    expect(interaction).toMatchObject({
      id: 'shop|o-1',
      subjectKey: 'record:crm|1',
      occurredAt: Date.parse('2026-01-31T10:00:00Z'),
      context: { 'behavioural.pages': 3, 'situational.device.os': 'Android' },
      items: [
        { id: 'sku-1', quantity: 2, price: 99.9, currency: 'MXN', category: 'shoes' },
        { id: 'sku-2', quantity: 1, price: null, currency: null, category: null },
      ],
    });
  });

  test('of an identifier, and with nulls for what is missing', () => {
    const device = { type: 'DEVICE', value: 'd1', namespace: null };
    const { interaction } = taken({ record: null, identifier: device, context: null, items: null, brandId: null });
    expect(interaction.subjectKey).toBe('identifier:default|DEVICE||d1');
    expect(interaction.contentHash).not.toBe(taken().interaction.contentHash);
  });

  test('an unknown type is fine', () => {
    expect(taken({ type: 'ASTRO_READING' }).interaction.type).toBe('ASTRO_READING');
  });

  test('says the same in another order of fields, and otherwise with anything else', () => {
    const context = { behavioural: { a: 1, b: 2 } };
    const { contentHash } = taken({ context }).interaction;
    const turned = Object.fromEntries(Object.entries({ ...ROW, context: { behavioural: { b: 2, a: 1 } } }).reverse());
    const again = readInteraction(turned, readSubject, NOW + 1_000);
    expect(again).toMatchObject({ kind: 'read', interaction: { contentHash } });
    for (const change of [{ channel: 'APP' }, { campaign: 'x' }, { brandId: 'sur' }, { items: [{ id: 'x' }] }]) {
      expect(taken({ context, ...change }).interaction.contentHash).not.toBe(contentHash);
    }
  });

  test('parts of the context that cannot be kept are left out and named', () => {
    const { interaction, warnings } = taken({
      context: { behavioural: { pages: 3, 'bad name!': 1 }, mood: { secret: 1 }, personal: 'text' },
    });
    expect(interaction.context).toEqual({ 'behavioural.pages': 3 });
    expect(warnings.map(({ code, field }) => [code, field])).toEqual([
      ['INVALID_ATTRIBUTE', 'context'],
      ['INVALID_ATTRIBUTE', 'context.behavioural'],
    ]);
    expect(JSON.stringify(warnings)).not.toMatch(/mood|secret|bad name/);
  });
});

describe('refused', () => {
  const item = (changes: object) => ({ items: [{ id: 'sku', ...changes }] });
  test.each<[string, string, object]>([
    ['BAD_KEY', 'source', { source: 'a|b' }],
    ['BAD_KEY', 'source', { source: ' ' }],
    ['BAD_KEY', 'interactionId', { interactionId: 'x'.repeat(LIMITS.recordKeyChars + 1) }],
    ['BAD_KEY', 'interactionId', { interactionId: 'a\u0000' }],
    ['BAD_KEY', 'record.recordId', { record: { source: 'crm', recordId: '' } }],
    ['INVALID_INPUT', 'interactionId', { interactionId: 7 }],
    ['INVALID_INPUT', 'record', { record: null }],
    ['INVALID_INPUT', 'record', { identifier: { type: 'DEVICE', value: 'd' } }],
    ['EMPTY_VALUE', 'identifier.value', { record: null, identifier: { type: 'DEVICE', value: '' } }],
    ['INVALID_INPUT', 'identifier.value', { record: null, identifier: { type: 'DEVICE' } }],
    ['INVALID_INPUT', 'type', { type: 'purchase' }],
    ['INVALID_INPUT', 'type', { type: undefined }],
    ['INVALID_INPUT', 'channel', { channel: 'x`} DETACH DELETE n' }],
    ['INVALID_INPUT', 'direction', { direction: 'BOTH' }],
    ['INVALID_INPUT', 'brandId', { brandId: 'Norte Sur' }],
    ['INVALID_DATE', 'occurredAt', { occurredAt: '2026-01-31' }],
    ['INVALID_DATE', 'occurredAt', { occurredAt: 1 }],
    ['INVALID_DATE', 'occurredAt', { occurredAt: '2026-06-02T00:00:01Z' }],
    ['LIMIT_EXCEEDED', 'campaign', { campaign: 'x'.repeat(LIMITS.campaignChars + 1) }],
    ['CONTROL_CHARACTER', 'referrer', { referrer: 'a\u0007' }],
    ['INVALID_INPUT', 'context', { context: [1] }],
    ['LIMIT_EXCEEDED', 'context', { context: { behavioural: { x: 'x'.repeat(LIMITS.contextBytes) } } }],
    ['INVALID_INPUT', 'interaction', { colour: 'red' }],
    ['INVALID_INPUT', 'items', { items: 'sku' }],
    ['LIMIT_EXCEEDED', 'items', { items: Array.from({ length: LIMITS.itemsPerInteraction + 1 }, () => ({ id: 'x' })) }],
    ['INVALID_INPUT', 'items[0]', { items: ['sku'] }],
    ['INVALID_INPUT', 'items[0]', item({ colour: 'red' })],
    ['INVALID_INPUT', 'items[0].quantity', item({ quantity: 0 })],
    ['INVALID_INPUT', 'items[0].quantity', item({ quantity: Number.NaN })],
    ['INVALID_INPUT', 'items[0].price', item({ price: -1, currency: 'MXN' })],
    ['INVALID_INPUT', 'items[0].currency', item({ price: 1 })],
    ['INVALID_INPUT', 'items[0].currency', item({ price: 1, currency: 'pesos' })],
    ['BAD_KEY', 'items[0].id', { items: [{ id: '' }] }],
  ])('%s at %s (case %#)', (code, field, changes) => {
    const outcome = read(changes);
    expect(outcome).toMatchObject({ kind: 'rejected', problem: { code, field } });
  });

  test('a day ahead is the most that a clock may be wrong', () => {
    expect(read({ occurredAt: '2026-06-02T00:00:00Z' }).kind).toBe('read');
  });
});

test('a record and an identifier whose keys read the same are two subjects', () => {
  const key = 'default|EMAIL||a@b.mx' as never;
  expect(recordSubject(key)).not.toBe(identifierSubject(key));
  expect(subjectParts(identifierSubject('default|SSO|https://x:1|a' as never))).toEqual({
    kind: 'identifier',
    key: 'default|SSO|https://x:1|a',
  });
});
