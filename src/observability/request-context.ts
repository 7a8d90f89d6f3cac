import { AsyncLocalStorage } from 'node:async_hooks';
import { LIMITS } from '../kernel/limits.js';
import type { NewId } from '../kernel/ids.js';

/** What belongs to the request that is being served, for logs and masked errors. */
export interface RequestContext {
  readonly requestId: string;
  /** Root fields of the GraphQL operation, once it is known: names of the schema, nothing a caller chose. */
  rootFields?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` as part of the request. */
export function withRequest<Result>(context: RequestContext, work: () => Result): Result {
  return storage.run(context, work);
}

/** The request that is being served; undefined outside of one. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** The caller's request id when it is a short token of harmless characters, otherwise a fresh one. */
export function requestIdOf(header: string | string[] | undefined, newId: NewId): string {
  const sane = typeof header === 'string' && header.length <= LIMITS.requestIdChars && /^[\w.:-]+$/.test(header);
  return sane ? header : newId();
}
