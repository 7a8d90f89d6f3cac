import { describe, expect, test } from '@jest/globals';
import { queryFile } from './files.js';
import { checkParams, cypher, paramsOf, statementOf } from './statement.js';

const statement = statementOf<{ a: number }, never>('spec/one', 'RETURN $a', { access: 'read' });

describe('statements', () => {
  test.each([
    ['RETURN $b, $a, $b', ['a', 'b']],
    ['// about $comment\nRETURN \'$text\', "$more", $real', ['real']],
    ["RETURN 'it\\'s $quoted', $real", ['real']],
    ['RETURN 1', []],
  ])('the parameters of %j are %j', (text, expected) => {
    expect(paramsOf(text)).toEqual(expected);
  });

  test('parameters that fit are taken', () => {
    expect(() => checkParams(statement, { a: 1 })).not.toThrow();
  });

  test.each([
    [{ a: 1, b: 2, c: 3 }, 'cypher/queries/spec/one.cypher does not use $b, $c'],
    [{}, 'cypher/queries/spec/one.cypher was not given $a'],
    [{ b: 1 }, 'cypher/queries/spec/one.cypher does not use $b and was not given $a'],
  ])('parameters %j are refused by name', (params, message) => {
    expect(() => checkParams(statement, params)).toThrow(message);
  });

  test('a missing file stops the load', () => {
    expect(() => cypher('graph/no-such-file', { access: 'read' })).toThrow(/ENOENT/);
  });

  test('a statement is loaded once', () => {
    cypher('graph/answer', { access: 'read' });
    expect(() => cypher('graph/answer', { access: 'read' })).toThrow(/loaded twice/);
  });

  test.each(['../package', 'graph', 'Graph/answer', 'graph/answer.cypher'])('%s is not a name', (name) => {
    expect(() => queryFile(name)).toThrow(/not the name of a query/);
  });
});
