import { Args, Field, InputType, Int, Query, Resolver } from '@nestjs/graphql';
import { Module, NotFoundException } from '@nestjs/common';
import { IsInt, Max } from 'class-validator';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Caller } from '../../src/auth/caller.js';
import { DEVELOPER, type Principal } from '../../src/auth/principal.js';
import { GraphConflict, GraphFault, GraphTimeout, GraphUnavailable } from '../../src/graph/errors.js';
import { ApiError } from '../../src/graphql/api-error.js';
import { DateTimeScalar } from '../../src/graphql/scalars/date-time.scalar.js';
import { JsonScalar } from '../../src/graphql/scalars/json.scalar.js';
import { TestApp } from '../support/test-app.js';

jest.setTimeout(60_000);

const SECRET = 'neo4j://secret-host ana.gomez@example.mx';
const place = { operation: SECRET };
const failures: Record<string, Error> = {
  unexpected: new Error(SECRET),
  http: new NotFoundException(SECRET),
  unavailable: new GraphUnavailable(place, 'ServiceUnavailable', 'connection', SECRET),
  conflict: new GraphConflict(place, 'Deadlock', 'conflict', SECRET),
  timeout: new GraphTimeout(place, 'TimedOut', 'never', SECRET),
  fault: new GraphFault(place, 'Syntax', 'never', SECRET),
  ours: new ApiError('BAD_USER_INPUT', 'first: is too large'),
};

@InputType()
class ProbeInput {
  @Field(() => Int)
  @IsInt()
  @Max(10)
  first!: number;
}

@Resolver()
class ProbeResolver {
  @Query(() => String, { nullable: true })
  fail(@Args('how') how: string): string {
    throw failures[how] ?? new Error('no such failure');
  }

  @Query(() => String)
  whoAmI(@Caller() caller: Principal): string {
    return `${caller.id} ${String(caller.scope.all)} ${caller.realm}`;
  }

  @Query(() => Int)
  checked(@Args('input') input: ProbeInput): number {
    return input.first;
  }

  @Query(() => JsonScalar)
  echo(
    @Args('value', { type: () => JsonScalar }) value: unknown,
    @Args('at', { type: () => DateTimeScalar, nullable: true }) at?: string,
  ): unknown {
    return { value, at };
  }
}

@Module({ providers: [ProbeResolver] })
class ProbeModule {}

describe('errors of resolvers', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({}, { probes: [ProbeModule] });
  });
  afterAll(() => app.close());

  test.each([
    ['unexpected', 'INTERNAL_SERVER_ERROR'],
    ['http', 'INTERNAL_SERVER_ERROR'],
    ['fault', 'INTERNAL_SERVER_ERROR'],
    ['unavailable', 'UNAVAILABLE'],
    ['conflict', 'CONFLICT'],
    ['timeout', 'TIMEOUT'],
  ])('%s is answered as %s and says nothing else', async (how, code) => {
    const answer = await app.gql('query ($how: String!) { fail(how: $how) }', { how });
    expect(answer.errors).toEqual([
      expect.objectContaining({ path: ['fail'], extensions: expect.objectContaining({ code }) as unknown }),
    ]);
    expect(answer.text).not.toMatch(/secret|ana\.gomez|stack/i);
  });

  test('a masked error carries the id of the request', async () => {
    const answer = await app.gql('{ fail(how: "unexpected") }');
    expect(answer.errors[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
  });

  test('an unavailable graph says when to ask again', async () => {
    expect((await app.gql('{ fail(how: "unavailable") }')).headers.get('retry-after')).toBe('5');
    expect((await app.gql('{ fail(how: "conflict") }')).headers.get('retry-after')).toBeNull();
  });

  test('an error of our own is told as it is', async () => {
    const [error] = (await app.gql('{ fail(how: "ours") }')).errors;
    expect(error).toMatchObject({ message: 'first: is too large', extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('input is checked by its rules, naming the field', async () => {
    const [error] = (await app.gql('{ checked(input: { first: 521551 }) }')).errors;
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', fields: [{ field: 'first' }] } });
    expect(JSON.stringify(error)).not.toContain('521551');
    expect((await app.gql('{ checked(input: { first: 10 }) }')).data).toEqual({ checked: 10 });
  });

  test('the caller is a parameter of the resolver', async () => {
    expect((await app.gql('{ whoAmI }')).data).toEqual({ whoAmI: `${DEVELOPER.id} true default` });
  });

  test('JSON arrives as a value, and DateTime as it was written', async () => {
    const variables = { value: { a: [1, { b: null }] }, at: '2026-01-31T10:00:00Z' };
    const answer = await app.gql('query ($value: JSON!, $at: DateTime) { echo(value: $value, at: $at) }', variables);
    expect(answer.data).toEqual({ echo: { value: { a: [1, { b: null }] }, at: '2026-01-31T10:00:00Z' } });
  });

  test('a bad DateTime in a variable is named and not repeated', async () => {
    const answer = await app.gql('query ($at: DateTime) { echo(value: 1, at: $at) }', { at: ['ana.gomez', 'b'] });
    expect(answer.errors[0]?.message).toMatch(/^\$at: expected an RFC 3339 date-time/);
    expect(answer.text).not.toContain('ana.gomez');
  });
});
