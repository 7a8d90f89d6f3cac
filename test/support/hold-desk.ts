import { expect } from '@jest/globals';
import { DEVELOPER } from '../../src/auth/principal.js';
import type { Graph } from '../../src/graph/graph.js';
import { HoldSteps } from '../../src/identity/breaker/hold-steps.js';
import type { HoldRow } from '../../src/identity/breaker/hold.queries.js';
import { HoldsService, type HoldChoice } from '../../src/identity/breaker/holds.service.js';
import { DEFAULT_BREAKER, DEFAULT_POLICY } from '../../src/identity/policy/default-policy.js';
import type { Policy } from '../../src/identity/policy/policy.types.js';
import { VerifyService } from '../../src/identity/verify/verify.service.js';
import type { IncomingRecord } from '../../src/ingest/record.types.js';
import { newId } from '../../src/kernel/ids.js';
import { record, type IdentityWorld } from './identity-world.js';

/** A policy whose breaker a few records trip. */
export const WATCHFUL: Policy = {
  ...DEFAULT_POLICY,
  version: 'watchful-1',
  breaker: { ...DEFAULT_BREAKER, mergesMin: 10, mergesPerHundred: 25, growthMax: 40 },
};
/** What a steward's decision about a hold comes with. */
export const TERMS = { reason: 'looked at it', expiresAt: null, dryRun: false, idempotencyKey: null };
export const STOPPED = { code: 'SOURCE_HELD', field: 'source' };

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
export const email = (at: number): [string, string] => ['EMAIL', `persona${at}@correo.mx`];
export const phone = (at: number): [string, string] => ['PHONE', `+52 55 ${String(12_340_000 + at)}`];

/** People whom the shop knows by e-mail and the app by phone: two customers each. */
export async function strangers(world: IdentityWorld, count: number): Promise<void> {
  await world.upsert(numbers(count).map((at) => record('shop', `s${at}`, email(at))));
  await world.upsert(numbers(count).map((at) => record('app', `a${at}`, phone(at))));
}

/** What a call centre says that takes everybody's e-mail and phone for one person's. */
export function bridges(from: number, to: number): IncomingRecord[] {
  return numbers(to - from).map((at) => record('calls', `c${from + at}`, email(from + at), phone(from + at)));
}

/** What stewards see and do about held sources, in one process. */
export class HoldDesk {
  readonly holds: HoldsService;

  constructor(
    private readonly graph: Graph,
    private readonly world: IdentityWorld,
  ) {
    this.holds = new HoldsService(graph, world.identity, newId);
  }

  async list(status: HoldRow['status'] = 'OPEN'): Promise<readonly HoldRow[]> {
    return (await this.holds.list(DEVELOPER, status, { first: 100 })).nodes;
  }

  /** Holds a source by hand. */
  async hold(source: string): Promise<void> {
    expect(await this.holds.hold(DEVELOPER, { source, job: null }, TERMS)).toMatchObject({ kind: 'done' });
  }

  /** Decides about the hold that is open; the worker has still to carry it out. */
  async decide(choice: HoldChoice): Promise<void> {
    const [hold] = await this.list();
    expect(await this.holds.decide(DEVELOPER, hold?.id ?? '', choice, TERMS)).toMatchObject({ kind: 'done' });
  }

  /** What the worker does, until nothing is left. */
  async settleAll(steps: HoldSteps = new HoldSteps(this.graph, this.world.identity)): Promise<void> {
    while (await steps.step()) continue;
  }

  async groups(): Promise<string[][]> {
    return (await this.world.customers()).map((each) => each.records);
  }

  async expectVerified(): Promise<void> {
    expect((await new VerifyService(this.graph, WATCHFUL).verify()).differences).toEqual([]);
  }
}
