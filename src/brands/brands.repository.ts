import type { Graph } from '../graph/graph.js';
import type { WriteTx } from '../graph/transaction.js';
import { DEFAULT_TRUST, type Brand, type Source } from './brand.types.js';
import * as queries from './brands.queries.js';
import { Inventory } from './inventory.js';

/** Reads and writes the inventory. It is whole or not at all: who may see which part of it is asked of the inventory. */
export class BrandsRepository {
  constructor(private readonly graph: Graph) {}

  /** The inventory as it stands. Throws a GraphError when the graph cannot. */
  async read(): Promise<Inventory> {
    return this.graph.read('brands.inventory', async (tx) => {
      const [brands, sources] = await Promise.all([tx.all(queries.readBrands, {}), tx.all(queries.readSources, {})]);
      return new Inventory(brands, sources);
    });
  }

  /** The inventory as it stands, under a lock until the transaction ends. */
  async lock(tx: WriteTx): Promise<Inventory> {
    await tx.one(queries.lockInventory, {});
    const [brands, sources] = await Promise.all([tx.all(queries.readBrands, {}), tx.all(queries.readSources, {})]);
    return new Inventory(brands, sources);
  }

  async putBrands(tx: WriteTx, brands: readonly Brand[]): Promise<void> {
    const rows = brands.map(({ parentId: _, ...properties }) => ({ id: properties.id, properties }));
    await tx.run(queries.putBrands, { rows });
    await tx.run(queries.placeBrands, { rows: brands.map(({ id, parentId }) => ({ id, parentId })) });
  }

  async putSources(tx: WriteTx, sources: readonly Source[]): Promise<void> {
    const rows = sources.map(({ brandId: _, ...properties }) => ({ id: properties.id, properties }));
    await tx.run(queries.putSources, { rows });
    await tx.run(queries.placeSources, { rows: sources.map(({ id, brandId }) => ({ id, brandId })) });
  }

  /** Which of the sources have records. */
  async speaking(tx: WriteTx, ids: readonly string[]): Promise<Set<string>> {
    return new Set((await tx.all(queries.speakingSources, { ids })).map((row) => row.id));
  }

  /**
   * Remembers sources that nobody declared.
   *
   * @param at epoch milliseconds
   */
  async note(ids: readonly string[], at: number): Promise<void> {
    await this.graph.write('brands.note', (tx) => tx.run(queries.noteSources, { ids, at, trust: DEFAULT_TRUST }));
  }
}
