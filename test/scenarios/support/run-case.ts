import { expect } from '@jest/globals';
import type { Graph } from '../../../src/graph/graph.js';
import type { IncomingRecord } from '../../../src/ingest/record.types.js';
import type { Answered, DeleteStep, ScenarioCase, Step, UpsertStep } from './case.types.js';
import { checkExpectation } from './check-expectation.js';
import { checkAnswer } from './check-answer.js';
import type { Door, Told } from './door.types.js';
import { expandAll, incomingRecords, nameOf, refOf } from './expand.js';
import { numberOfLast } from './graph-views.js';
import type { Story } from './story.js';

/** Runs the steps of a case, in the order of `when` that is given, and checks what must be true. */
export async function runCase(scenario: ScenarioCase, when: readonly Step[], door: Door, graph: Graph): Promise<void> {
  const lastNumber = async (): Promise<number> => (await graph.lookup(numberOfLast, {}))[0]?.value ?? 0;
  const story: Story = { door, lastNumber, remembered: new Map(), sent: new Set() };
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
  if (!('concurrently' in step)) return runAndRemember(step, story, place);
  const steps = step.concurrently.map((each, index) => send(each, story, `${place}.concurrently[${index}]`, true));
  const ends = await Promise.allSettled(steps);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function runAndRemember(step: UpsertStep | DeleteStep, story: Story, place: string): Promise<void> {
  const before = await story.lastNumber();
  await send(step, story, place, false);
  if (step.writesNothing) expect({ [place]: await story.lastNumber() }).toEqual({ [place]: before });
  await remember(step, story, place);
}

async function send(step: UpsertStep | DeleteStep, story: Story, place: string, beside: boolean): Promise<void> {
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

async function remember({ remember: names = {} }: Answered, story: Story, place: string): Promise<void> {
  for (const [name, record] of Object.entries(names)) {
    const customer = await story.door.customerOf(refOf(record));
    if (!customer) throw new Error(`${place}: ${record} has no customer to remember as ${name}`);
    story.remembered.set(name, customer);
  }
}
