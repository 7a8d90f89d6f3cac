import type { Principal } from '../../auth/principal.js';
import type { Graph } from '../../graph/graph.js';
import { badUserInput } from '../../graphql/api-error.js';
import { connectionOf, pageSize, placeOf, type Connection } from '../../graphql/paging.js';
import { readInstant } from '../../kernel/instants.js';
import { splitRecordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Change, ChangeKind, CustomerSnapshot, IdentityEvent } from './event-graphql.types.js';
import * as queries from './event.queries.js';

type Page = { readonly first: number; readonly after?: string | null };

/** Remembers who was who, and tells it in order. Identities belong to no brand yet: a scope sees everything or nothing. */
export class EventsService {
  constructor(private readonly graph: Graph) {}

  /** Changes of who is who after a cursor, oldest first. Throws ApiError for a cursor that is none. */
  async changes({ scope }: Principal, { first, after }: Page): Promise<Connection<Change>> {
    const size = pageSize(first);
    const [tx = '', customer = ''] = placeOf(after, 2);
    if (!/^\d{0,15}$/.test(tx)) throw badUserInput([{ field: 'after', message: 'is not a cursor of this list' }]);
    const rows = scope.all ? await this.changesFrom(Number(tx), customer, size + 1) : [];
    return connectionOf(rows, size, (row) => [String(row.tx), row.customer], changeOf);
  }

  /** Events about a customer id, live or former, newest first. */
  async history({ scope }: Principal, id: string, { first, after }: Page): Promise<Connection<IdentityEvent>> {
    const size = pageSize(first);
    const [place = ''] = placeOf(after, 1);
    const before = place === '' ? Number.MAX_SAFE_INTEGER : Number(place);
    if (!Number.isSafeInteger(before))
      throw badUserInput([{ field: 'after', message: 'is not a cursor of this list' }]);
    const rows = scope.all ? await this.graph.lookup(queries.historyOfCustomer, { id, before, limit: size + 1 }) : [];
    return connectionOf(rows, size, (row) => [String(row.seq)], eventOf);
  }

  /**
   * The customers that an id stood for at a moment: itself, or whoever answered for it then; [] when it was not there.
   * Throws ApiError when `at` is no moment.
   */
  async asOf({ scope }: Principal, id: string, at: string): Promise<CustomerSnapshot[]> {
    const instant = readInstant(at);
    if (!instant) throw badUserInput([{ field: 'at', message: 'must be an RFC 3339 moment with an offset' }]);
    const rows = scope.all ? await this.graph.lookup(queries.customerAsOf, { id, at: instant.epochMs }) : [];
    return rows.map(({ customer, records }) => ({
      customerId: customer,
      at: new Date(instant.epochMs),
      records: records.map(splitRecordKey),
    }));
  }

  /** Looks at a bounded number of transactions at a time: most change one customer, a bulk load thousands. */
  private async changesFrom(tx: number, after: string, limit: number): Promise<queries.ChangeRow[]> {
    const [last] = await this.graph.lookup(queries.lastTransaction, {});
    const found: queries.ChangeRow[] = [];
    for (let from = tx, place = after; from <= (last?.tx ?? 0) && found.length < limit;) {
      const until = from + LIMITS.transactionsPerLook;
      const wanted = limit - found.length;
      const rows = await this.graph.lookup(queries.readChanges, { tx: from, until, after: place, limit: wanted });
      found.push(...rows);
      from = until + 1;
      place = '';
    }
    return found;
  }
}

function changeOf(row: queries.ChangeRow): Change {
  const [event] = row.events;
  return {
    transaction: row.tx,
    at: row.at,
    kind: kindOf(row),
    customerId: row.customer,
    joined: row.came.map(splitRecordKey),
    left: row.went.map(splitRecordKey),
    retiredIds: event?.retired ?? [],
    eventId: event?.id ?? null,
    actor: event?.actor ?? null,
    decisionIds: event?.decisions ?? [],
  };
}

function kindOf({ events, isNew, isRetired, came }: queries.ChangeRow): ChangeKind {
  const [event] = events;
  if (event) return event.kind;
  if (isRetired) return 'RETIRED';
  if (isNew) return 'CREATED';
  return came.length > 0 ? 'ATTACHED' : 'DETACHED';
}

function eventOf(row: queries.HistoryRow): IdentityEvent {
  const { id, kind, at, actor, policy, customer, retired, identifiers, decisions } = row;
  return {
    ...{ id, number: row.seq, kind, at, actor, policyVersion: policy, identifiers, decisionIds: decisions },
    ...{ customerId: customer, retiredIds: retired },
  };
}
