import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Graph } from '../../../src/graph/graph.js';
import type { IncomingRecord } from '../../../src/ingest/record.types.js';
import type { ConcurrentStep, DeleteStep, ScenarioCase, SentStep, Step, UpsertStep } from './case.types.js';
import { checkAnswer } from './check-answer.js';
import { checkExpectation } from './check-expectation.js';
import type { Door, Told } from './door.types.js';
import type { Ruled } from './door-stewards.types.js';
import { expandAll, incomingRecords, nameOf, refOf } from './expand.js';
import { atChanges, atEvents } from './look-at-stewards.js';
import { sendAct } from './send-act.js';
import type { StewardStep } from './steward.types.js';
import { everything } from './steward-views.js';
import type { Story } from './story.js';

/** Runs the steps of a case, in the order of `when` that is given, and checks what must be true. */
export async function runCase(scenario: ScenarioCase, when: readonly Step[], door: Door, graph: Graph): Promise<void> {
  const story: Story = {
    door,
    everything: () => everythingIn(graph),
    remembered: new Map(),
    deeds: new Map(),
    sent: new Set(),
  };
  for (const [index, step] of (scenario.given ?? []).entries()) await runStep(step, story, `given[${index}]`);
  for (const [index, step] of when.entries()) await runStep(step, story, `when[${index}]`);
  await checkExpectation(scenario.then, story, 'then');
}

/**
 * The orders in which the steps of `when` are tried: the one of the file, or every rotation of it forwards and backwards.
 * Of three steps these are all the orders; of more, the property tests try the others.
 */
export function ordersOf({ when, inAnyOrder }: ScenarioCase): readonly (readonly Step[])[] {
  if (!inAnyOrder) return [when];
  const rotations = when.map((_, at) => [...when.slice(at), ...when.slice(0, at)]);
  return [...rotations, ...rotations.map((order) => order.toReversed())];
}

async function runStep(step: Step, story: Story, place: string): Promise<void> {
  if ('check' in step) return checkExpectation(step.check, story, `${place}.check`);
  if ('concurrently' in step) return runTogether(step, story, place);
  const writesNothing = step.writesNothing ?? ('refused' in step || ('dryRun' in step && step.dryRun === true));
  const before = writesNothing ? await story.everything() : '';
  const asksEvents = step.events !== undefined || step.as !== undefined;
  const known = asksEvents ? (await story.door.stewards.events()).length : 0;
  const ruled = await send(step, story, place, false);
  if (writesNothing) expect({ [place]: await story.everything() }).toEqual({ [place]: before });
  await remember(step, story, place);
  if (!asksEvents) return;
  const events = (await story.door.stewards.events()).slice(known);
  if (step.as) story.deeds.set(step.as, { decisionId: ruled?.decisionId ?? null, events });
  if (step.events) expectLook(`${place}.events`, await atEvents(step.events, events, story));
}

async function runTogether(
  { concurrently, done, refused }: ConcurrentStep,
  story: Story,
  place: string,
): Promise<void> {
  const sent = concurrently.map((each, index) =>
    send(each, story, `${place}.concurrently[${index}]`, true, done !== undefined),
  );
  const ends = await Promise.allSettled(sent);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  if (done === undefined) return;
  const answers = ends.flatMap((end) => (end.status === 'fulfilled' && end.value ? [end.value.refused ?? 'done'] : []));
  const wanted = answers.map((_, index) => (index < done ? 'done' : refused));
  const doneFirst = answers.sort((a, b) => Number(b === 'done') - Number(a === 'done'));
  expect({ [place]: doneFirst }).toEqual({ [place]: wanted });
}

/** What became of a steward's act; null of what sources say. */
async function send(
  step: SentStep,
  story: Story,
  place: string,
  beside: boolean,
  isOpen = false,
): Promise<Ruled | null> {
  if ('upsert' in step || 'delete' in step) {
    await say(step, story, place, beside);
    return null;
  }
  const ruled = await sendAct(step, story);
  if (!isOpen) await checkRuled(ruled, step, story, place);
  return ruled;
}

async function checkRuled(ruled: Ruled, step: StewardStep, story: Story, place: string): Promise<void> {
  const { refused = null, replayed = false, changes } = step;
  expect({ [place]: { refused: ruled.refused, replayed: ruled.replayed } }).toEqual({ [place]: { refused, replayed } });
  if (changes) expectLook(`${place}.changes`, await atChanges(changes, ruled.changes, story));
}

async function say(step: UpsertStep | DeleteStep, story: Story, place: string, beside: boolean): Promise<void> {
  if ('delete' in step) {
    const version = step.sourceVersion ? { sourceVersion: step.sourceVersion } : {};
    const refs = expandAll(step.delete).map((name) => ({ ...refOf(name), ...version }));
    checkAnswer(await story.door.delete(refs, { beside }), step, place);
    return;
  }
  const records = step.upsert.flatMap(incomingRecords);
  for (const record of records) story.sent.add(nameOf(record));
  const manner = { realm: step.realm, dryRun: step.dryRun, beside };
  const batches: IncomingRecord[][] = step.oneByOne ? records.map((record) => [record]) : [records];
  const told: Told[] = [];
  for (const batch of batches) told.push(...(await story.door.upsert(batch, manner)));
  checkAnswer(told, step, place);
}

async function remember({ remember: names = {} }: SentStep, story: Story, place: string): Promise<void> {
  for (const [name, record] of Object.entries(names)) {
    const customer = await story.door.customerOf(refOf(record));
    if (!customer) throw new Error(`${place}: ${record} has no customer to remember as ${name}`);
    story.remembered.set(name, customer);
  }
}

function expectLook(place: string, { seen, wanted }: { readonly seen: unknown; readonly wanted: unknown }): void {
  expect({ [place]: seen }).toEqual({ [place]: wanted });
}

/** A digest of every node with its edges: what it says besides the count tells what a step changed. */
async function everythingIn(graph: Graph): Promise<string> {
  const rows = (await graph.lookup(everything, {})).map((row) => JSON.stringify(row)).sort();
  return `${rows.length} nodes ${createHash('sha256').update(rows.join('\n')).digest('hex')}`;
}
