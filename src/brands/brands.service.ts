import type { Principal } from '../auth/principal.js';
import type { Graph } from '../graph/graph.js';
import type { Clock } from '../kernel/clock.js';
import type { Realm } from '../kernel/ids.js';
import { LIMITS } from '../kernel/limits.js';
import type { Brand, Source } from './brand.types.js';
import type { BrandsRepository } from './brands.repository.js';
import { withBrands } from './check-brands.js';
import { withSources } from './check-sources.js';
import type { Inventory } from './inventory.js';
import type { InventoryProblem } from './inventory-problem.js';

/** What became of a declaration. With problems nothing was written. */
export interface Declared {
  readonly inventory: Inventory;
  readonly problems: readonly InventoryProblem[];
}

/** Ends a declaration that was refused or only tried; its transaction is rolled back. */
class NotDeclared extends Error {
  constructor(readonly answer: Declared) {
    super('not declared');
  }
}

/**
 * The brands and sources. A process reads them once and believes them for `LIMITS.inventoryAgeSeconds`: what was
 * declared over another process is known here so much later. Realms cannot change, so no key is ever made wrong by it.
 */
export class BrandsService {
  #known: Promise<Inventory> | null = null;
  #readAt = -Infinity;

  constructor(
    private readonly graph: Graph,
    private readonly repository: BrandsRepository,
    private readonly clock: Clock,
  ) {}

  /** The inventory. Throws a GraphError when the graph cannot. */
  inventory(): Promise<Inventory> {
    const now = this.clock.now().getTime();
    if (this.#known && now - this.#readAt < LIMITS.inventoryAgeSeconds * 1_000) return this.#known;
    return this.look();
  }

  /** The same, asked anew. */
  look(): Promise<Inventory> {
    this.#readAt = this.clock.now().getTime();
    this.#known = this.repository.read().catch((error: unknown) => {
      this.#known = null;
      throw error;
    });
    return this.#known;
  }

  /** The inventory, in which each of the sources is known: those that nobody declared are noted. */
  async inventoryWith(sourceIds: readonly string[], dryRun = false): Promise<Inventory> {
    const isKnown = (inventory: Inventory): boolean => sourceIds.every((id) => inventory.source(id));
    const known = await this.inventory();
    if (isKnown(known)) return known;
    const fresh = await this.look();
    if (dryRun || isKnown(fresh)) return fresh;
    const unknown = [...new Set(sourceIds.filter((id) => !fresh.source(id)))].sort();
    await this.repository.note(unknown, this.clock.now().getTime());
    return this.look();
  }

  /** The caller as a brand that it may see: it sees what that brand may see. Null for any other brand. */
  async asBrand(caller: Principal, brandId: string): Promise<Principal | null> {
    const inventory = await this.inventory();
    if (!inventory.brand(brandId) || !(caller.scope.all || caller.scope.brandIds.includes(brandId))) return null;
    const seen = inventory.visibleTo(brandId);
    const brandIds = caller.scope.all ? seen : seen.filter((id) => caller.scope.brandIds.includes(id));
    const scope = { all: false, brandIds, sources: inventory.sourcesOf(brandIds) };
    return { ...caller, scope, brandId, realm: inventory.inForce(brandId).realm as Realm };
  }

  /** Declares brands, all of them or none. */
  declareBrands(brands: readonly Brand[], dryRun: boolean): Promise<Declared> {
    return this.declare(dryRun, async (tx, known) => {
      const after = withBrands(known, brands);
      if (after.problems.length === 0) await this.repository.putBrands(tx, brands);
      return after;
    });
  }

  /** Declares sources, all of them or none. */
  declareSources(sources: readonly Source[], dryRun: boolean): Promise<Declared> {
    return this.declare(dryRun, async (tx, known) => {
      const speaking = await this.repository.speaking(
        tx,
        sources.map((source) => source.id),
      );
      const after = withSources(known, sources, speaking);
      if (after.problems.length === 0) await this.repository.putSources(tx, sources);
      return after;
    });
  }

  private async declare(
    dryRun: boolean,
    work: (tx: Parameters<BrandsRepository['lock']>[0], known: Inventory) => Promise<Declared>,
  ): Promise<Declared> {
    try {
      const declared = await this.graph.write('brands.declare', async (tx) => {
        const answer = await work(tx, await this.repository.lock(tx));
        if (dryRun || answer.problems.length > 0) throw new NotDeclared(answer);
        return answer;
      });
      await this.look();
      return declared;
    } catch (error) {
      if (error instanceof NotDeclared) return error.answer;
      throw error;
    }
  }
}
