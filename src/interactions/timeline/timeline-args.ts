import { badUserInput } from '../../graphql/api-error.js';
import { placeOf } from '../../graphql/paging.js';
import { readInstant } from '../../kernel/instants.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Direction, Place } from '../interaction.types.js';
import type { Look } from '../interactions.repository.js';

/** What a caller may narrow a timeline to. A null or missing list is no restriction. */
export interface TimelineFilter {
  readonly types?: readonly string[] | null;
  readonly channels?: readonly string[] | null;
  readonly brandIds?: readonly string[] | null;
  readonly direction?: Direction | null;
  /** RFC 3339; `from` is included, `to` is not. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Pages as Relay asks for them: `first` and `after`, or `last` and `before`. */
export interface TimelineArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly filter?: TimelineFilter | null;
}

/** Moments that an index of Neo4j and an RFC 3339 text can both hold: the years 1 to 9999, in epoch milliseconds. */
export const BEGINNING = -62_135_596_800_000;
export const END = 253_402_300_799_999;

/** The look that a page needs, and its size. Throws ApiError naming the argument. */
export function lookOf(args: TimelineArgs): { readonly look: Look; readonly size: number } {
  const { first, after, last, before, filter } = args;
  const isForward = first !== null && first !== undefined;
  if (isForward === (last !== null && last !== undefined)) refuse('first', 'exactly one of first and last is needed');
  if (isForward && before) refuse('before', 'goes with last');
  if (!isForward && after) refuse('after', 'goes with first');
  const size = (isForward ? first : last) ?? 0;
  const most = LIMITS.pageSizeMax;
  if (size < 1 || size > most) refuse(isForward ? 'first' : 'last', `must be from 1 to ${most}`);
  const from = filter?.from ? momentOf(filter.from, 'filter.from') : BEGINNING;
  // The end is left out, and moments are whole milliseconds.
  const until = filter?.to ? momentOf(filter.to, 'filter.to') - 1 : END;
  const kinds = {
    types: listOf(filter?.types, 'filter.types'),
    channels: listOf(filter?.channels, 'filter.channels'),
    brandIds: listOf(filter?.brandIds, 'filter.brandIds'),
    direction: filter?.direction ?? null,
  };
  if (isForward) {
    const start = earlier(cursorPlace(after, 'after'), { at: until + 1, id: '' });
    return { size, look: { ...kinds, order: 'newest-first', from: start, until: from } };
  }
  const start = later(cursorPlace(before, 'before'), { at: from, id: '' });
  return { size, look: { ...kinds, order: 'oldest-first', from: start, until } };
}

function cursorPlace(cursor: string | null | undefined, field: string): Place | null {
  if (cursor === null || cursor === undefined) return null;
  const [at = '', id = ''] = placeOf(cursor, 2, field);
  const moment = Number(at);
  if (at === '' || !Number.isInteger(moment) || moment < BEGINNING || moment > END) {
    refuse(field, 'is not a cursor of this list');
  }
  return { at: moment, id };
}

/** Nothing after `bound` is to be read, whatever the cursor says. */
function earlier(place: Place | null, bound: Place): Place {
  return place !== null && place.at < bound.at ? place : bound;
}

function later(place: Place | null, bound: Place): Place {
  return place !== null && place.at >= bound.at ? place : bound;
}

function momentOf(text: string, field: string): number {
  const instant = readInstant(text);
  return instant ? instant.epochMs : refuse(field, 'is not an RFC 3339 instant such as 2026-01-31T10:00:00Z');
}

function listOf(values: readonly string[] | null | undefined, field: string): readonly string[] | null {
  if (values === null || values === undefined) return null;
  const most = LIMITS.interactionFilterValues;
  if (values.length < 1 || values.length > most) refuse(field, `must name 1 to ${most}`);
  return [...new Set(values)];
}

function refuse(field: string, message: string): never {
  throw badUserInput([{ field, message }]);
}
