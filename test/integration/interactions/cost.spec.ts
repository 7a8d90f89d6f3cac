import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { EVERY_BRAND } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import * as queries from '../../../src/interactions/interactions.queries.js';
import { END } from '../../../src/interactions/timeline/timeline-args.js';
import { recordSubject } from '../../../src/interactions/subject.js';
import { recordKey } from '../../../src/kernel/ids.js';
import { profileOf, type Profile } from '../../support/neo4j/profile.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(180_000);

const FEW = 10;
const MANY = 10_000;
const few = recordSubject(recordKey('crm', 'few'));
const many = recordSubject(recordKey('crm', 'many'));

const fill = statementOf<{ subject: string; count: number }, never>(
  'test/fill-interactions',
  `UNWIND range(1, $count) AS at
   CREATE (:Interaction {id: $subject + '|' + at, subjectKey: $subject, source: 'web', interactionId: toString(at),
     type: 'VISIT', channel: 'WEB', direction: 'FROM_CUSTOMER', contentHash: '',
     occurredAt: datetime({epochMillis: 1700000000000 + at * 60000}), receivedAt: datetime()})`,
  { access: 'write' },
);

let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
  await emptyGraph(graph);
  await graph.write('test.fill', (tx) => tx.run(fill, { subject: few, count: FEW }));
  await graph.write('test.fill', (tx) => tx.run(fill, { subject: many, count: MANY }));
});
afterAll(() => graph.close());

const filter = { scope: EVERY_BRAND, id: '', channels: null, brandIds: null, direction: null, scan: 6, limit: 6 };
const middle = { at: 1_700_000_000_000 + (MANY / 2) * 60_000, until: 0 };
const newest = { at: END, until: 0 };
const oldest = { at: 0, until: END };
const typed = { type: 'VISIT' };

describe('a page costs what it shows, whatever lies behind it', () => {
  test.each([
    ['the newest', queries.lookOlder, {}, newest],
    ['the middle', queries.lookOlder, {}, middle],
    ['the oldest', queries.lookNewer, {}, oldest],
    ['the newest of a type', queries.lookOlderOfType, typed, newest],
    ['the oldest of a type', queries.lookNewerOfType, typed, oldest],
  ])('%s', async (_, statement, type, place) => {
    const look = (subject: string): Promise<Profile> =>
      profileOf(statement.text, { ...filter, ...place, ranges: [{ subject, ...type }] });
    const [small, large] = [await look(few), await look(many)];
    expect(large.operators.join()).toContain('NodeIndexSeek');
    expect(large.operators.join()).not.toMatch(/Scan/);
    expect(large.rowsMax).toBeLessThanOrEqual(4 * filter.limit);
    expect(large.dbHits).toBeLessThan(2 * small.dbHits + 100);
  });

  test('counting a type stops where the rules have seen enough', async () => {
    const params = { scope: EVERY_BRAND, subjects: [many], types: ['VISIT', 'PURCHASE'], most: 2, now: END };
    const { operators, rowsMax } = await profileOf(queries.countTypes.text, params);
    expect(operators.join()).not.toMatch(/Scan/);
    expect(rowsMax).toBeLessThanOrEqual(4);
  });

  test('what was bought is added up without reading visits', async () => {
    const kinds = { purchases: ['PURCHASE'], returns: ['RETURN'], after: '', limit: 10 };
    const { operators, rowsMax } = await profileOf(queries.sumItems.text, {
      ...{ scope: EVERY_BRAND, subjects: [many], ...kinds },
    });
    expect(operators.join()).not.toMatch(/Scan/);
    expect(rowsMax).toBeLessThanOrEqual(4);
  });
});
