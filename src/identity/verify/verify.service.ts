import type { Graph } from '../../graph/graph.js';
import type { CustomerId } from '../../kernel/ids.js';
import { misplacedRecords, pageCustomers, readSettings, sampleCustomers } from '../identity.queries.js';
import type { Policy } from '../policy/policy.types.js';
import { settingsOf } from '../settings.js';
import type { Difference } from './difference.js';
import { wholeGraph } from './whole-graph.js';
import { lookAt } from './look.js';

/** Customers that one look starts from: their components are read together. */
const CUSTOMERS_PER_LOOK = 500;
/** Looks at a place that differs: writers may have been at work between two statements of the first. */
const LOOKS = 3;

export interface VerifyOptions {
  /** Look at so many customers, taken at random; all of them when missing. */
  readonly sample?: number;
  /** Called after each page, with the customers and records looked at so far. */
  readonly onProgress?: (customers: number, records: number) => void;
}

export interface Verification {
  readonly customers: number;
  readonly records: number;
  /** Everything that is wrong, as far as the first page with a difference. */
  readonly differences: readonly Difference[];
  /** Customers that wait for a later job: what differs about them is no difference yet. */
  readonly unsettled: number;
  /** Customers in components above `componentMax`, which were left out. */
  readonly tooLarge: number;
}

/** Recomputes identities and compares them with the stored ones. */
export class VerifyService {
  constructor(
    private readonly graph: Graph,
    private readonly policy: Policy,
  ) {}

  /** Stops at the first page that differs. Throws a GraphError when the graph cannot be read. */
  async verify(options: VerifyOptions = {}): Promise<Verification> {
    const done = { customers: 0, records: 0, unsettled: 0, tooLarge: 0 };
    const whole = options.sample === undefined ? await wholeGraph(this.graph, CUSTOMERS_PER_LOOK) : [];
    const atOnce = [...(await this.otherRules()), ...(await this.misplaced()), ...whole];
    if (atOnce.length > 0) return { ...done, differences: atOnce };
    const seen = new Set<CustomerId>();
    for await (const page of this.pages(options.sample)) {
      const ids = page.filter((id) => !seen.has(id));
      if (ids.length === 0) continue;
      const look = await this.lookTwice(ids);
      for (const id of look.customers) seen.add(id);
      done.customers += look.customers.size;
      done.records += look.records;
      done.unsettled += look.unsettled;
      if (look.tooLarge) done.tooLarge += ids.length;
      options.onProgress?.(done.customers, done.records);
      if (look.differences.length > 0) return { ...done, differences: look.differences };
    }
    return { ...done, differences: [] };
  }

  /** A graph that other rules decided cannot be what these say; all the rest would differ for that reason alone. */
  private async otherRules(): Promise<Difference[]> {
    const stored = await this.graph.lookup(readSettings, {});
    return settingsOf(this.policy).flatMap(({ id, value }): Difference[] => {
      const found = stored.find((row) => row.id === id)?.value ?? value;
      if (found === value) return [];
      return [{ kind: 'RULES', subject: id, message: `of the graph is "${found}"; it was looked at with "${value}"` }];
    });
  }

  private async misplaced(): Promise<Difference[]> {
    const rows = await this.graph.lookup(misplacedRecords, { limit: CUSTOMERS_PER_LOOK });
    return rows.map(({ key, customers }) => {
      return { kind: 'MISPLACED_RECORD', subject: key, message: `resolves to ${customers} customers` };
    });
  }

  private async *pages(sample: number | undefined): AsyncGenerator<CustomerId[]> {
    if (sample !== undefined) {
      const ids = (await this.graph.lookup(sampleCustomers, { limit: sample })).map((row) => row.id);
      for (let at = 0; at < ids.length; at += CUSTOMERS_PER_LOOK) yield ids.slice(at, at + CUSTOMERS_PER_LOOK);
      return;
    }
    for (let after = ''; ;) {
      const page = await this.graph.lookup(pageCustomers, { after, limit: CUSTOMERS_PER_LOOK });
      const last = page.at(-1);
      if (!last) return;
      yield page.map((row) => row.id);
      after = last.id;
    }
  }

  /** A place where writers are at work may look wrong once; what stays wrong is wrong. */
  private async lookTwice(ids: readonly CustomerId[]): ReturnType<typeof lookAt> {
    let look = await this.graph.read('identity.verify', (tx) => lookAt(tx, ids, this.policy));
    for (let attempt = 1; attempt < LOOKS && look.differences.length > 0; attempt += 1) {
      look = await this.graph.read('identity.verify', (tx) => lookAt(tx, ids, this.policy));
    }
    return look;
  }
}
