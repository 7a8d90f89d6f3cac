import type { CaseChoice, CaseSide, ExpectedReview, StewardAct, StewardStep } from './steward.types.js';
import type { Ruled, SeenReview, SentAct, SentSide } from './door-stewards.types.js';
import { expandAll, identifierOf, refOf } from './expand.js';
import { customerIdAs, decisionIdAs, eventIdAs, type Story } from './story.js';

/** Sends what a steward does, its names replaced by what they stand for now. */
export async function sendAct(step: StewardStep, story: Story): Promise<Ruled> {
  const { reason = 'a steward looked', dryRun = false, idempotencyKey = null } = step;
  return story.door.stewards.act(await actOf(step, story), { reason, dryRun, idempotencyKey });
}

async function actOf(act: StewardAct, story: Story): Promise<SentAct> {
  const customers = (said: readonly string[]): Promise<string[]> =>
    Promise.all(said.map((each) => customerIdAs(story, each)));
  if ('mergeCustomers' in act) {
    const [into = '', ...others] = await customers([act.mergeCustomers.into, ...act.mergeCustomers.customers]);
    return { mutation: 'mergeCustomers', input: { into, customers: others } };
  }
  if ('neverLink' in act) {
    const sides = await Promise.all(act.neverLink.map((side) => sideOf(side, story)));
    return { mutation: 'neverLink', input: { sides } };
  }
  if ('splitCustomer' in act) {
    const [customerId = ''] = await customers([act.splitCustomer.customer]);
    const records = expandAll(act.splitCustomer.records).map(refOf);
    return { mutation: 'splitCustomer', input: { customerId, records } };
  }
  if ('decideReviewItem' in act) return choiceOf(act.decideReviewItem, story);
  if ('detachIdentifier' in act) {
    const { record, identifier } = act.detachIdentifier;
    const input = { record: refOf(record), identifier: identifierOf(identifier) };
    return { mutation: 'detachIdentifier', input };
  }
  if ('blockIdentifier' in act)
    return { mutation: 'blockIdentifier', input: { identifier: identifierOf(act.blockIdentifier) } };
  if ('unblockIdentifier' in act)
    return { mutation: 'unblockIdentifier', input: { identifier: identifierOf(act.unblockIdentifier) } };
  if ('revokeDecision' in act)
    return { mutation: 'revokeDecision', input: { decisionId: decisionIdAs(story, act.revokeDecision) } };
  if ('unmerge' in act) return { mutation: 'unmerge', input: { eventId: eventIdAs(story, act.unmerge) } };
  return { mutation: 'applyPolicy', input: { policy: act.applyPolicy } };
}

async function sideOf({ customers = [], records = [], identifiers = [] }: CaseSide, story: Story): Promise<SentSide> {
  return {
    customerIds: await Promise.all(customers.map((said) => customerIdAs(story, said))),
    records: expandAll(records).map(refOf),
    identifiers: identifiers.map(identifierOf),
  };
}

async function choiceOf({ choice, identifier, outdated, ...matter }: CaseChoice, story: Story): Promise<SentAct> {
  const items = (await story.door.stewards.reviews()).filter((item) => isAbout(item, matter, story));
  const [item, ...others] = items;
  if (!item || others.length > 0)
    throw new Error(`${items.length} open items are ${matter.kind} about ${matter.about}`);
  const version = outdated ? item.version - 1 : item.version;
  const taken = identifier ? { identifier: identifierOf(identifier) } : {};
  return { mutation: 'decideReviewItem', input: { id: item.id, version, choice, ...taken } };
}

/** Whether an item is the one that a case means. A door that masks values knows an identifier by its type alone. */
export function isAbout(item: SeenReview, { kind, about }: ExpectedReview, story: Story): boolean {
  if (item.kind !== kind) return false;
  if (item.decisionId !== null) return story.deeds.get(about)?.decisionId === item.decisionId;
  if (item.record !== null) return `${item.record.source}/${item.record.recordId}` === about;
  if (item.identifier === null) return item.customers.includes(story.remembered.get(about)?.id ?? '');
  return isCalled(item.identifier, about);
}

/** Whether an identifier that was seen is the one that a case writes as `EMAIL ana@correo.mx`. */
export function isCalled(
  { type, values }: { readonly type: string; readonly values: readonly string[] },
  said: string,
): boolean {
  const wanted = identifierOf(said);
  return wanted.type === type && (values.length === 0 || values.includes(wanted.value));
}
