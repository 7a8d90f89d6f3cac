import type { Expectation } from './case.types.js';
import type { SeenChange, SeenEvent } from './door-stewards.types.js';
import type { Look } from './looks.js';
import { isAbout, isCalled } from './send-act.js';
import type { ExpectedEvent } from './steward.types.js';
import { customerIdAs, decisionIdAs, rememberedAs, type Story } from './story.js';

type Said<Part extends keyof Expectation> = NonNullable<Expectation[Part]>;

/** Events in the words of the case, in their order; only what it says of each is compared. */
export async function atEvents(
  said: readonly ExpectedEvent[],
  seen: readonly SeenEvent[],
  story: Story,
): Promise<Look> {
  const shown = seen.map(async (event, index) => {
    const { identifiers, decisions, actor } = said[index] ?? {};
    const causes = event.identifiers.map((each, at) => {
      const wanted = identifiers?.[at];
      return wanted !== undefined && isCalled(each, wanted) ? wanted : `${each.type} ${each.values.join(' or ')}`;
    });
    return {
      ...(await changeAs(event, said[index], story)),
      ...(identifiers && { identifiers: causes }),
      ...(decisions && { decisions: event.decisions.map((id) => deedNameOf(id, story)).sort() }),
      ...(actor !== undefined && { actor: event.actor }),
    };
  });
  return { seen: await Promise.all(shown), wanted: said.map(sorted) };
}

/** What an answer says of customers, like the events. */
export async function atChanges(
  said: readonly ExpectedEvent[],
  seen: readonly SeenChange[],
  story: Story,
): Promise<Look> {
  const shown = await Promise.all(seen.map((change, index) => changeAs(change, said[index], story)));
  return { seen: shown, wanted: said.map(sorted) };
}

function sorted(event: ExpectedEvent): ExpectedEvent {
  return {
    ...event,
    ...(event.retired && { retired: [...event.retired].sort() }),
    ...(event.decisions && { decisions: [...event.decisions].sort() }),
  };
}

async function changeAs(
  { kind, customer, retired }: SeenChange,
  said: ExpectedEvent | undefined,
  story: Story,
): Promise<ExpectedEvent> {
  const isMeant = said !== undefined && (await customerIdAs(story, said.customer)) === customer;
  return {
    event: kind,
    customer: isMeant ? said.customer : customerNameOf(customer, story),
    ...(said?.retired && { retired: retired.map((id) => customerNameOf(id, story)).sort() }),
  };
}

function customerNameOf(id: string, { remembered }: Story): string {
  return [...remembered].find(([, customer]) => customer.id === id)?.[0] ?? id;
}

function deedNameOf(id: string, { deeds }: Story): string {
  return [...deeds].find(([, deed]) => deed.decisionId === id)?.[0] ?? id;
}

/** Every open matter; its reasons only where the case says some. */
export async function atReviews(said: Said<'reviews'>, story: Story): Promise<Look> {
  const wanted = [...said];
  const seen = (await story.door.stewards.reviews()).map((item) => {
    const at = wanted.findIndex((each) => isAbout(item, each, story));
    const [meant] = at < 0 ? [] : wanted.splice(at, 1);
    if (!meant) return { unexpected: item };
    return meant.reasons ? { ...meant, reasons: [...item.reasons].sort() } : meant;
  });
  const sort = (items: readonly object[]): string[] => items.map((each) => JSON.stringify(each)).sort();
  return { seen: sort(seen), wanted: sort(said) };
}

/** What became of decisions; only what is said of each. */
export async function atDecisions(said: Said<'decisions'>, story: Story): Promise<Look> {
  const entries = Object.entries(said).map(async ([name, wanted]) => {
    const decision = await story.door.stewards.decision(decisionIdAs(story, name));
    const seen = Object.entries(decision ?? {}).filter(([part]) => part in wanted);
    return [name, decision ? Object.fromEntries(seen) : 'no decision'] as const;
  });
  return { seen: Object.fromEntries(await Promise.all(entries)), wanted: said };
}

export async function atHistory(said: Said<'history'>, story: Story): Promise<Look> {
  const entries = Object.keys(said).map(async (name) => {
    return [name, await story.door.stewards.history(rememberedAs(story, name).id)] as const;
  });
  return { seen: Object.fromEntries(await Promise.all(entries)), wanted: said };
}
