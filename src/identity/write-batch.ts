import type { WriteTx } from '../graph/transaction.js';
import { bringUpToDate, type Context } from './engine/bring-up-to-date.js';
import { GraphStore } from './graph-store.js';
import { rememberRequests, replayedRequests } from './identity.queries.js';
import type { ChangeOutcome, WriteAnswer, WriteRequest } from './identity.types.js';

/**
 * Does the work of several requests in one transaction. A request that was answered before is answered again and does
 * nothing; the answers are remembered in the transaction that does the work.
 */
export async function writeBatch(
  tx: WriteTx,
  requests: readonly WriteRequest[],
  { policyNumber, ...context }: Context & { readonly policyNumber: number },
  dryRun = false,
): Promise<WriteAnswer[]> {
  const earlier = await answeredBefore(tx, requests);
  const remembered = (request: WriteRequest): ReturnType<typeof earlier.get> =>
    earlier.get(request.idempotency?.key ?? '');
  const fresh = requests.filter((request, index) => !remembered(request) && firstOfItsKey(requests, index));
  const store = new GraphStore(tx, context.now, dryRun, policyNumber, context.holds?.version);
  const { outcomes } = await bringUpToDate(
    store,
    fresh.flatMap((request) => request.changes),
    context,
  );
  let at = 0;
  const slices = new Map(fresh.map((each) => [each, outcomes.slice(at, (at += each.changes.length))]));
  if (!dryRun) await remember(tx, slices, context.now);
  return requests.map((request) => answer(request, slices, remembered(request)));
}

type Earlier = { readonly payloadHash: string; readonly outcomes: string };

async function answeredBefore(tx: WriteTx, requests: readonly WriteRequest[]): Promise<Map<string, Earlier>> {
  const keys = requests.flatMap((each) => each.idempotency?.key ?? []);
  const rows = keys.length > 0 ? await tx.all(replayedRequests, { keys }) : [];
  return new Map(rows.map((row) => [row.key, row]));
}

/** Two requests of one key in one transaction: the later one is a repetition of the first. */
function firstOfItsKey(requests: readonly WriteRequest[], index: number): boolean {
  const key = requests[index]?.idempotency?.key;
  return key === undefined || requests.findIndex((each) => each.idempotency?.key === key) === index;
}

async function remember(
  tx: WriteTx,
  slices: ReadonlyMap<WriteRequest, readonly ChangeOutcome[]>,
  at: number,
): Promise<void> {
  const rows = [...slices].flatMap(([{ idempotency }, outcomes]) =>
    idempotency ? [{ ...idempotency, outcomes: JSON.stringify(outcomes.map(compact)), at }] : [],
  );
  if (rows.length > 0) await tx.run(rememberRequests, { rows });
}

/** The record's key may be personal and is in the request anyway: only what happened is kept. */
function compact({ record: _record, ...outcome }: ChangeOutcome): Omit<ChangeOutcome, 'record'> {
  return outcome;
}

function answer(
  request: WriteRequest,
  slices: ReadonlyMap<WriteRequest, readonly ChangeOutcome[]>,
  earlier: Earlier | undefined,
): WriteAnswer {
  const own = slices.get(request);
  if (own) return { kind: 'done', outcomes: own, replayed: false };
  if (earlier) {
    if (earlier.payloadHash !== request.idempotency?.payloadHash) return { kind: 'key-reused' };
    const kept = JSON.parse(earlier.outcomes) as Omit<ChangeOutcome, 'record'>[];
    const outcomes = request.changes.flatMap(({ key }, index) => {
      const outcome = kept[index];
      return outcome ? [{ ...outcome, record: key }] : [];
    });
    return { kind: 'done', outcomes, replayed: true };
  }
  const [twin, outcomes] = [...slices].find(([each]) => each.idempotency?.key === request.idempotency?.key) ?? [];
  if (!twin || twin.idempotency?.payloadHash !== request.idempotency?.payloadHash) return { kind: 'key-reused' };
  return { kind: 'done', outcomes: outcomes ?? [], replayed: true };
}
