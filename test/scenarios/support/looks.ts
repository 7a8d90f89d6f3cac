import { isDeepStrictEqual } from 'node:util';
import type { IncomingIdentifier } from '../../../src/ingest/record.types.js';
import type { Expectation, ExpectedIdentifier } from './case.types.js';
import type { Door, SeenCustomer } from './door.types.js';
import { expandAll, identifierOf, listOf, refOf } from './expand.js';
import { rememberedAs, type Story } from './story.js';

/** Stands for a value that a door does not show. */
export const MASKED = '…';

/** What is there, and what a case says, in the same form. */
export interface Look {
  readonly seen: unknown;
  readonly wanted: unknown;
}

type Said<Part extends keyof Expectation> = NonNullable<Expectation[Part]>;

/** All customers with their records. A record of the case that no group names must have no customer. */
export async function atCustomers(said: Said<'customers'>, { door, sent }: Story): Promise<Look> {
  const wanted = said.map((group) => expandAll(group).sort());
  const names = [...new Set([...sent, ...wanted.flat()])].sort();
  const ids = await Promise.all(names.map((name) => door.customerIdOf(refOf(name))));
  const groups = new Map<string, string[]>();
  ids.forEach((id, index) => {
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), names[index] ?? '']);
  });
  const seen: (readonly string[])[] = [];
  for (const [id, members] of groups) seen.push(await oneGroup(id, members, door));
  return { seen: byFirst(seen), wanted: byFirst(wanted) };
}

/** The records that name a customer as theirs, with a note where the customer itself says otherwise. */
async function oneGroup(id: string, members: readonly string[], door: Door): Promise<readonly string[]> {
  const customer = await door.customerOf(refOf(members[0] ?? ''));
  const agrees =
    customer?.id === id && customer.size === members.length && isDeepStrictEqual(customer.records, members);
  return agrees ? members : [...members, `(the customer says ${JSON.stringify(customer)})`];
}

export async function atIds(ids: Said<'ids'>, story: Story): Promise<Look> {
  const named = new Map([...story.remembered].map(([name, { id }]) => [id, name]));
  const seen = await each(Object.keys(ids), async (record) => {
    const id = (await customer(record, story)).id;
    const wanted = ids[record];
    return wanted && rememberedAs(story, wanted).id === id ? wanted : (named.get(id) ?? 'another id');
  });
  return { seen, wanted: ids };
}

export async function atNewIds(records: Said<'newIds'>, story: Story): Promise<Look> {
  const old = new Set([...story.remembered.values()].map(({ id }) => id));
  const seen = await each(records, async (record) =>
    old.has((await customer(record, story)).id) ? 'old id' : 'new id',
  );
  return { seen, wanted: Object.fromEntries(records.map((record) => [record, 'new id'])) };
}

/** Successors are compared as customers, so a case may name any record of each. */
export async function atAnswers(answers: Said<'answers'>, story: Story): Promise<Look> {
  const wanted = await each(Object.keys(answers), async (name) => {
    const { status = '', by = [] } = answers[name] ?? {};
    const ids = await Promise.all(by.map(async (record) => (await customer(record, story)).id));
    return { status, by: ids.sort() };
  });
  const seen = await each(Object.keys(answers), async (name) => {
    const { status, by } = await story.door.identity(rememberedAs(story, name).id);
    return { status, by: [...by].sort() };
  });
  return { seen, wanted };
}

export async function atCreatedAt(createdAt: Said<'createdAt'>, story: Story): Promise<Look> {
  const seen = await each(Object.keys(createdAt), async (record) => (await customer(record, story)).createdAt);
  const names = Object.entries(createdAt);
  return { seen, wanted: Object.fromEntries(names.map(([key, name]) => [key, rememberedAs(story, name).createdAt])) };
}

export async function atConstrained(constrained: Said<'constrained'>, story: Story): Promise<Look> {
  const seen = await each(Object.keys(constrained), async (record) => (await customer(record, story)).constrained);
  return { seen, wanted: constrained };
}

export async function atIdentifiers(identifiers: Said<'identifiers'>, story: Story): Promise<Look> {
  const seen = await Promise.all(identifiers.map((expected) => identifierAs(expected, story)));
  return { seen, wanted: identifiers };
}

/** Only what the case asks about. */
async function identifierAs(expected: ExpectedIdentifier, { door }: Story): Promise<ExpectedIdentifier | string> {
  const { identifier, finds } = expected;
  const seen = await door.identifier(identifierOf(identifier));
  if (!seen) return `${identifier}: nobody has it`;
  const found = finds === undefined ? undefined : await door.found(identifierOf(identifier));
  const wanted = finds ? ((await door.customerOf(refOf(finds)))?.id ?? null) : null;
  return {
    identifier,
    ...(expected.status && { status: seen.status }),
    ...(expected.contested && { contested: [...seen.contested].sort() }),
    ...(expected.because && { because: seen.because === undefined ? expected.because : (seen.because ?? 'nothing') }),
    ...(finds !== undefined && { finds: found === wanted ? finds : (found ?? null) }),
  };
}

export async function atRecords(records: Said<'records'>, { door }: Story): Promise<Look> {
  const names = Object.keys(records);
  const seen = await each(names, async (name) => {
    const record = await door.record(refOf(name));
    if (!record) return 'no record';
    const { identifiers, attributes } = records[name] ?? {};
    return {
      ...(identifiers && { identifiers: record.identifiers.map(asText).sort() }),
      ...(attributes && { attributes: flat(record.attributes) }),
    };
  });
  const shown = (sent: IncomingIdentifier): string => asText(door.showsValues ? sent : { ...sent, value: MASKED });
  const wanted = names.map((name) => {
    const { identifiers, attributes } = records[name] ?? {};
    const sent = identifiers && { identifiers: listOf(identifiers).map(shown).sort() };
    return [name, { ...sent, ...(attributes && { attributes: flat(attributes) }) }] as const;
  });
  return { seen, wanted: Object.fromEntries(wanted) };
}

export async function atSizes(sizes: Said<'sizes'>, story: Story): Promise<Look> {
  const seen = await each(Object.keys(sizes), async (record) => ({
    ...(sizes[record]?.records !== undefined && { records: (await customer(record, story)).records.length }),
    ...(sizes[record]?.identifiers !== undefined && { identifiers: await story.door.countIdentifiers(refOf(record)) }),
  }));
  return { seen, wanted: sizes };
}

export async function atReasons(reasons: Said<'whyNot'>, { door }: Story): Promise<Look> {
  const seen = await Promise.all(
    reasons.map(async ({ left, right }) => ({ left, right, reasons: await door.whyNot(refOf(left), refOf(right)) })),
  );
  return { seen, wanted: reasons };
}

export async function atPaths(paths: Said<'explain'>, { door }: Story): Promise<Look> {
  const seen = await Promise.all(
    paths.map(async ({ left, right }) => ({ left, right, path: await door.explain(refOf(left), refOf(right)) })),
  );
  return { seen, wanted: paths };
}

async function customer(record: string, { door }: Story): Promise<SeenCustomer> {
  const found = await door.customerOf(refOf(record));
  if (!found) throw new Error(`${record} has no customer`);
  return found;
}

async function each<Value>(
  names: readonly string[],
  read: (name: string) => Promise<Value>,
): Promise<Record<string, Value>> {
  const entries = await Promise.all(names.map(async (name) => [name, await read(name)] as const));
  return Object.fromEntries(entries);
}

function byFirst(groups: readonly (readonly string[])[]): (readonly string[])[] {
  return [...groups].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

/** Attributes by dotted path: one door shows them nested, the other as the graph has them. */
function flat(attributes: Readonly<Record<string, unknown>>, before = ''): Record<string, unknown> {
  const entries = Object.entries(attributes).map(([name, value]) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? flat(value as Record<string, unknown>, `${before}${name}.`) : { [`${before}${name}`]: value };
  });
  return Object.assign({}, ...entries) as Record<string, unknown>;
}

function asText({ type, namespace, value }: IncomingIdentifier): string {
  return `${type}${namespace ? `@${namespace}` : ''} ${value}`;
}
