import type { TestApp } from './test-app.js';

/** The answer's data; throws when there are errors, so that a test needs no check of its own. */
export async function ask<Data>(app: TestApp, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await app.gql<Data>(query, variables);
  if (errors.length > 0) throw new Error(errors.map((each) => each.message).join('; '));
  return data;
}

/** Upserts records in one mutation; ids of their customers, in order. */
export async function upsertRecords(app: TestApp, ...records: object[]): Promise<(string | null)[]> {
  const { upsertRecords: payload } = await ask<{ upsertRecords: { results: { customer: { id: string } | null }[] } }>(
    app,
    'mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) { results { customer { id } } } }',
    { input: { records } },
  );
  return payload.results.map((each) => each.customer?.id ?? null);
}

/** Deletes a record of the source `crm`. */
export async function deleteRecord(app: TestApp, recordId: string): Promise<void> {
  await ask(app, 'mutation ($input: DeleteRecordsInput!) { deleteRecords(input: $input) { replayed } }', {
    input: { records: [{ source: 'crm', recordId }] },
  });
}

export const email = (value: string): object => ({ type: 'EMAIL', value });

/** A record of the source `crm`. */
export function crm(recordId: string, identifiers: readonly object[], attributes: object = {}): object {
  return { source: 'crm', recordId, identifiers, attributes };
}
