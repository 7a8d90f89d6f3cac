import type { BrandScope } from '../auth/principal.js';
import type { Graph } from '../graph/graph.js';
import type { CustomerId } from '../kernel/ids.js';
import { LIMITS } from '../kernel/limits.js';
import { luceneQuery } from './lucene.js';
import { holdsAll } from './matches.js';
import type { Term } from './read-terms.js';
import { countHits, findRecords, readCandidates } from './search.queries.js';

/** Somebody who was found. */
export interface Found {
  readonly id: CustomerId;
  /** ONE: one record holds every term. SEVERAL: its records do so together. */
  readonly by: 'ONE' | 'SEVERAL';
  readonly score: number;
}

const records = LIMITS.recordsPerSearch;

/** Finds customers by the words of their records, among those that a scope sees. */
export class SearchRepository {
  constructor(private readonly graph: Graph) {}

  /** Customers that hold every term, the best first: those of whom one record does before the others. */
  async find({ all, sources }: BrandScope, terms: readonly Term[]): Promise<Found[]> {
    const seen = all ? null : sources;
    if (terms.length === 0 || seen?.length === 0) return [];
    const [whole, spread] = await Promise.all([
      this.graph.lookup(findRecords, { query: luceneQuery(terms, seen), records }),
      terms.length > 1 ? this.spread(terms, seen) : [],
    ]);
    const known = new Set(whole.map((row) => row.id));
    return [
      ...whole.map(({ id, score }): Found => ({ id, score, by: 'ONE' })),
      ...spread.filter((each) => !known.has(each.id)),
    ];
  }

  /**
   * Customers whose records hold the terms together: the name in one, the town in another. They are looked for among the
   * holders of the rarest term.
   */
  private async spread(terms: readonly Term[], seen: readonly string[] | null): Promise<Found[]> {
    const queries = terms.map((term, index) => ({ index, query: luceneQuery([term], seen) }));
    const counts = await this.graph.lookup(countHits, { terms: queries, records });
    const rarest = counts.reduce(
      (best, each) => (each.hits < best.hits ? each : best),
      counts[0] ?? { index: 0, hits: 0 },
    );
    const query = queries[rarest.index]?.query ?? '';
    const params = { query, records, perCustomer: LIMITS.recordsPerCandidate, seen };
    const candidates = await this.graph.lookup(readCandidates, params);
    return candidates
      .filter(({ words }) => holdsAll(terms, new Set(words.flatMap((text) => text?.split(' ') ?? []))))
      .map(({ id, score }) => ({ id, score, by: 'SEVERAL' }));
  }
}
