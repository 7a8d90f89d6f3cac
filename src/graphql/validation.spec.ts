import 'reflect-metadata';
import { IsInt, IsString, Max, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { describe, expect, test } from '@jest/globals';
import { ApiError } from './api-error.js';
import { validationPipe } from './validation.js';

class Item {
  @IsString()
  name!: string;
}

class Input {
  @IsInt()
  @Max(100)
  first!: number;

  @ValidateNested({ each: true })
  @Type(() => Item)
  items!: Item[];
}

async function check(value: object): Promise<unknown> {
  return validationPipe().transform(value, { type: 'body', metatype: Input });
}

async function refusal(value: object): Promise<ApiError> {
  const error: unknown = await check(value).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
}

describe('the validation pipe', () => {
  test('good input becomes an instance', async () => {
    const input = await check({ first: 5, items: [{ name: 'x' }] });
    expect(input).toBeInstanceOf(Input);
    expect(input).toEqual({ first: 5, items: [{ name: 'x' }] });
  });

  test('bad input names each field and repeats no value', async () => {
    const error = await refusal({ first: 521_551, items: [{ name: 'x' }, { name: 42_424_242 }] });
    expect(error.code).toBe('BAD_USER_INPUT');
    expect(error.extensions.fields).toEqual([
      { field: 'first', message: 'first must not be greater than 100' },
      { field: 'items[1].name', message: 'name must be a string' },
    ]);
    expect(JSON.stringify(error)).not.toMatch(/521551|42424242/);
  });

  test('a field that the class does not have is refused', async () => {
    expect((await refusal({ first: 1, items: [], other: 1 })).message).toMatch(/^other: /);
  });
});
