import type { Plan } from 'neo4j-driver';
import { describe, expect, test } from '@jest/globals';
import { problemsOfPlan } from './plan.js';
import { statementOf } from './statement.js';

const plan = (operatorType: string, ...children: Plan[]): Plan => ({
  operatorType,
  identifiers: [],
  arguments: {},
  children,
});
const seek = (details: string): Plan => ({
  ...plan('NodeUniqueIndexSeek(Locking)@neo4j'),
  arguments: { Details: details },
});
const statement = statementOf('spec/one', 'RETURN 1', { access: 'read' });
const scanning = statementOf('spec/scan', 'RETURN 1', { access: 'read', scansLabel: true });

describe('plans', () => {
  test('an index seek is good', () => {
    expect(problemsOfPlan(statement, plan('ProduceResults@neo4j', plan('NodeUniqueIndexSeek@neo4j')))).toEqual([]);
  });

  test('a schema command has no plan', () => {
    expect(problemsOfPlan(statement, null)).toEqual([]);
  });

  test.each(['AllNodesScan', 'CartesianProduct', 'NodeByLabelScan', 'UndirectedRelationshipTypeScan'])(
    '%s is found at any depth',
    (name) => {
      const deep = plan('ProduceResults@neo4j', plan('Apply@neo4j', plan('Argument@neo4j'), plan(`${name}@neo4j`)));
      expect(problemsOfPlan(statement, deep)).toEqual([expect.stringMatching(/^cypher\/queries\/spec\/one\.cypher /)]);
    },
  );

  test('a product with one row multiplies nothing', () => {
    const many = plan('Expand(All)@neo4j', seek('UNIQUE c:Customer(id) WHERE id = row.id'));
    const one = seek('UNIQUE c:Customer(id) WHERE id = row.into');
    expect(problemsOfPlan(statement, plan('CartesianProduct@neo4j', many, one))).toEqual([]);
    expect(problemsOfPlan(statement, plan('CartesianProduct@neo4j', many, plan('Filter@neo4j', one)))).toEqual([]);
    expect(problemsOfPlan(statement, plan('CartesianProduct@neo4j', many, many))).not.toEqual([]);
    const several = seek('UNIQUE c:Customer(id) WHERE id IN $ids');
    expect(problemsOfPlan(statement, plan('CartesianProduct@neo4j', several, several))).not.toEqual([]);
  });

  test('a statement may declare that it scans a label, and nothing else', () => {
    expect(problemsOfPlan(scanning, plan('NodeByLabelScan@neo4j'))).toEqual([]);
    expect(problemsOfPlan(scanning, plan('AllNodesScan@neo4j'))).not.toEqual([]);
  });
});
