import { describe, expect, test } from '@jest/globals';
import { writtenLabels } from './support/written-labels.js';

describe('writtenLabels', () => {
  test.each([
    ['MATCH (a:Customer {id: $id}) RETURN a', []],
    ['CREATE (a:Customer {id: $id})', ['Customer']],
    ['UNWIND $rows AS row\nMERGE (i:Identifier {key: row.key})\nON CREATE SET i.status = row.status', ['Identifier']],
    ['MATCH (r:SourceRecord), (c:Customer) CREATE (r)-[:RESOLVES_TO {from: 1}]->(c)', []],
    ['MATCH (r:SourceRecord)-[e:RESOLVES_TO]->(c:Customer) SET e.to = $at', []],
    ['MATCH (c:Customer) SET c.size = 1, c.slots = $slots', ['Customer']],
    ['MATCH (c:Customer) WHERE c.size = 1 SET c += $row RETURN c', ['Customer']],
    ['MATCH (c:Customer) SET c:Emptied', ['Emptied']],
    ['MATCH (c:Customer) DETACH DELETE c', ['Customer']],
    ['MATCH (a:Customer)-[e:MERGED_INTO]->(b:Customer) DELETE e', []],
    ["// CREATE (x:Comment)\nMATCH (a:A {text: 'CREATE (y:Text)'}) RETURN a", []],
    ['MATCH (c:Customer) REMOVE c.persons', ['Customer']],
  ])('%s', (statement, labels) => {
    expect(writtenLabels(statement)).toEqual(labels);
  });
});
