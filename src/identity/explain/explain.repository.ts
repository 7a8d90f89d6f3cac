import type { BrandScope } from '../../auth/principal.js';
import type { Graph } from '../../graph/graph.js';
import type { RecordKey } from '../../kernel/ids.js';
import { readSurroundings, type SurroundingRow } from './explain.queries.js';

/** Reads what surrounds records. They belong to no brand yet, so a scope sees everything or nothing. */
export class ExplainRepository {
  constructor(private readonly graph: Graph) {}

  /** Every record of the customers of these records, at most `limit`. */
  surroundings(scope: BrandScope, keys: readonly RecordKey[], limit: number): Promise<SurroundingRow[]> {
    return scope.all ? this.graph.lookup(readSurroundings, { keys, limit }) : Promise.resolve([]);
  }
}
