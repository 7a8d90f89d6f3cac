import { LIMITS } from '../kernel/limits.js';
import { badUserInput } from './api-error.js';
import type { PageInfo } from './page-info.js';

/** One page as Relay has it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
}

/** Refuses a page size outside of 1 to the limit. Throws ApiError naming `first`. */
export function pageSize(first: number): number {
  if (first >= 1 && first <= LIMITS.pageSizeMax) return first;
  throw badUserInput([{ field: 'first', message: `must be from 1 to ${LIMITS.pageSizeMax}` }]);
}

/**
 * The place that a cursor stands for: as many texts as `parts` says, all empty for the beginning. Throws ApiError naming
 * the argument for anything that is no cursor of such a list.
 */
export function placeOf(after: string | null | undefined, parts: number, argument = 'after'): string[] {
  if (after === null || after === undefined) return Array.from({ length: parts }, () => '');
  const place = decoded(after);
  if (isPlace(place) && place.length === parts) return place;
  throw badUserInput([{ field: argument, message: 'is not a cursor of this list' }]);
}

/** A page of up to `first` rows, of which one more was read to see whether there is a next page. */
export function connectionOf<Row, Node>(
  rows: readonly Row[],
  first: number,
  place: (row: Row) => readonly string[],
  node: (row: Row) => Node,
): Connection<Node> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorOf(place(row)), node: node(row) }));
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo: { hasNextPage: rows.length > first, endCursor } };
}

/** The cursor of a place. */
export function cursorOf(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

function isPlace(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}
