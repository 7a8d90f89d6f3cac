import type { CustomerId, NewId, RecordKey } from '../../kernel/ids.js';
import type { EvidenceStore, RecordDelta } from '../engine/engine.types.js';
import type { BreakerPolicy } from '../policy/policy.types.js';
import type { Count, Flow, FlowRow, Growth, HoldsInForce, Lane, NewHold, Tally } from './breaker.types.js';
import { countLanes, type Deciding, type LaneCount } from './count.js';
import { stopped } from './stop.js';
import { countedFrom, verdict } from './verdict.js';
import { flowKey, stepsAt } from './window.js';

/** What a batch is guarded with. */
export interface GuardContext {
  /** Null: nobody is held but by hand. */
  readonly policy: BreakerPolicy | null;
  readonly inForce: HoldsInForce;
  readonly newId: NewId;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Job of each record of the batch that came with one. */
  readonly jobs: ReadonlyMap<RecordKey, string>;
}

/** A lane of which more is counted than this batch: what it did before within the window, and what it does now. */
interface Watched extends LaneCount {
  readonly policy: BreakerPolicy;
  readonly steps: readonly number[];
}

/**
 * Guards one batch against sources that join too much: stops what held lanes add, and looks at what was decided before it
 * is written. A lane that exceeds is held, and the batch is decided again without what it adds.
 */
export class Guard {
  /** Lanes that this batch made exceed. */
  readonly holds: NewHold[] = [];
  readonly #flows = new Map<string, Flow>();
  /** Flows of held jobs, which count for their sources no more. */
  readonly #moved: FlowRow[] = [];

  constructor(
    private readonly store: Pick<EvidenceStore, 'flows'>,
    private readonly context: GuardContext,
  ) {}

  /** The deltas with what held lanes add stopped. */
  stop(deltas: readonly RecordDelta[]): RecordDelta[] {
    return deltas.map((delta) => {
      const hold = this.holdOf(this.laneOf(delta));
      return hold === null ? delta : stopped(delta, hold);
    });
  }

  /** Counts what was decided. Null when a lane exceeds, is held from now on, and the batch is to be decided again. */
  async look(deciding: Deciding): Promise<Tally | null> {
    const { policy, now } = this.context;
    if (!policy) return { rows: [], exceeds: () => false };
    const counts = countLanes(deciding, (delta) => this.laneOf(delta), countedFrom(policy));
    const counted = counts.filter((lane) => this.holdOf(lane) === null && !this.passes(lane));
    const watch = (lane: LaneCount): Watched => ({ ...lane, policy, steps: stepsAt(now, policy) });
    const jobs = counted.filter((lane) => lane.job !== null).map(watch);
    const sources = sourcesOf(counted).map(watch);
    await this.read([...jobs, ...sources]);
    const exceeding = jobs.filter((lane) => this.causeOf(lane) !== null);
    const crowded = sources.filter(
      (lane) => this.causeOf(lane) && exceeding.every((job) => job.source !== lane.source),
    );
    for (const lane of [...exceeding, ...crowded]) this.hold(lane);
    if (exceeding.length + crowded.length > 0) return null;
    const lanes = [...jobs, ...sources];
    const exceeds = (flows: readonly Flow[]): boolean => {
      const all = new Map([...this.#flows, ...flows.map((flow) => [flow.key, this.without(flow)] as const)]);
      return lanes.some((lane) => this.causeOf(lane, all) !== null);
    };
    return { rows: [...this.#moved, ...lanes.flatMap(rowsOf)], exceeds };
  }

  private laneOf({ after }: RecordDelta): Lane {
    return { source: after.source, job: this.context.jobs.get(after.key) ?? null };
  }

  private holdOf(lane: Lane): string | null {
    return [...this.context.inForce.open, ...this.holds].find((hold) => covers(hold, lane))?.id ?? null;
  }

  private passes(lane: Lane): boolean {
    return this.context.inForce.passes.some((pass) => covers(pass, lane) && pass.until > this.context.now);
  }

  /** Reads what lanes did before, as far as it can matter: one that joins nothing exceeds nothing. */
  private async read(lanes: readonly Watched[]): Promise<void> {
    const telling = lanes.filter((lane) => lane.merges > 0 || lane.gains.size > 0);
    const keys = telling.flatMap((lane) => lane.steps.flatMap((from) => keysOf(lane, from)));
    const unknown = [...new Set(keys)].filter((key) => !this.#flows.has(key));
    if (unknown.length === 0) return;
    for (const flow of await this.store.flows(unknown)) this.#flows.set(flow.key, this.without(flow));
  }

  /** The flow without what was moved out of it. */
  private without(flow: Flow): Flow {
    return this.#moved.filter((each) => each.key === flow.key).reduce(sum, flow);
  }

  private causeOf(lane: Watched, flows: ReadonlyMap<string, Flow> = this.#flows): NewHold['cause'] | null {
    if (lane.merges === 0 && lane.gains.size === 0) return null;
    return verdict(totalOf(lane, flows), largestOf(lane, flows)?.gained ?? 0, lane.policy);
  }

  private hold(lane: Watched): void {
    const cause = this.causeOf(lane);
    if (cause === null) return;
    const { source, job, policy } = lane;
    const facts = { ...totalOf(lane, this.#flows), largest: largestOf(lane, this.#flows) };
    const { windowMinutes } = policy;
    this.holds.push({ id: this.context.newId(), source, job, cause, windowMinutes, ...facts });
    if (job !== null) this.moveOut(lane);
  }

  /** What a held job did counts for its source no more: the source would be held for it. */
  private moveOut(lane: Watched): void {
    const { source } = lane;
    for (const from of lane.steps) {
      for (const customer of [null, ...lane.gains.keys()]) {
        const own = this.#flows.get(flowKey(lane, from, customer));
        if (!own) continue;
        const key = flowKey({ source, job: null }, from, customer);
        const { records, merges, gained } = own;
        const row = { key, source, from, records: -records, merges: -merges, gained: -gained };
        this.#moved.push(row);
        const known = this.#flows.get(key);
        if (known) this.#flows.set(key, sum(known, row));
      }
    }
  }
}

function covers(wide: Lane, { source, job }: Lane): boolean {
  return wide.source === source && (wide.job === null || wide.job === job);
}

/** All the lanes of each source as one. */
function sourcesOf(lanes: readonly LaneCount[]): LaneCount[] {
  const sources = new Map<string, LaneCount>();
  for (const { source, records, merges, gains } of lanes) {
    const { gains: known = new Map<CustomerId, number>(), ...before } = sources.get(source) ?? {
      records: 0,
      merges: 0,
    };
    const all = new Map(known);
    for (const [customer, gained] of gains) all.set(customer, Math.max(gained, all.get(customer) ?? 0));
    const count = { records: before.records + records, merges: before.merges + merges };
    sources.set(source, { source, job: null, ...count, gains: all });
  }
  return [...sources.values()];
}

function keysOf(lane: Watched, from: number): string[] {
  return [flowKey(lane, from), ...[...lane.gains.keys()].map((customer) => flowKey(lane, from, customer))];
}

function totalOf(lane: Watched, flows: ReadonlyMap<string, Flow>): Count {
  const before = lane.steps.flatMap((from) => flows.get(flowKey(lane, from)) ?? []);
  return {
    records: before.reduce((total, each) => total + each.records, lane.records),
    merges: before.reduce((total, each) => total + each.merges, lane.merges),
  };
}

function largestOf(lane: Watched, flows: ReadonlyMap<string, Flow>): Growth | null {
  const growths = [...lane.gains].map(([customer, gained]): Growth => {
    const before = lane.steps.map((from) => flows.get(flowKey(lane, from, customer))?.gained ?? 0);
    return { customer, gained: before.reduce((total, each) => total + each, gained) };
  });
  return growths.sort((a, b) => b.gained - a.gained)[0] ?? null;
}

/** What a lane adds to the flows of the present step. */
function rowsOf({ source, job, records, merges, gains, steps: [from = 0] }: Watched): FlowRow[] {
  const row = (customer: CustomerId | null, count: Count, gained: number): FlowRow => {
    return { key: flowKey({ source, job }, from, customer), source, from, ...count, gained };
  };
  const growths = [...gains].map(([customer, gained]) => row(customer, { records: 0, merges: 0 }, gained));
  return [row(null, { records, merges }, 0), ...growths];
}

function sum({ key, ...flow }: Flow, { records, merges, gained }: Omit<Flow, 'key'>): Flow {
  return { key, records: flow.records + records, merges: flow.merges + merges, gained: flow.gained + gained };
}
