import { uuidv7 } from 'uuidv7';

/** A string that carries its meaning in the type, so that a record key is never passed for a customer id. */
type Branded<Name extends string> = string & { readonly __brand: Name };

/** `source|recordId`: the unit of evidence. */
export type RecordKey = Branded<'RecordKey'>;
/** `realm|TYPE|namespace|matchKey`. */
export type IdentifierKey = Branded<'IdentifierKey'>;
/** Opaque UUIDv7 of a customer, live or retired. */
export type CustomerId = Branded<'CustomerId'>;
/** The boundary inside which identifiers may link. */
export type Realm = Branded<'Realm'>;

/** The realm of every brand that declares none. */
export const DEFAULT_REALM = 'default' as Realm;

/** Key of the record `recordId` of `source`. The separator cannot occur in a source, so keys never collide. */
export function recordKey(source: string, recordId: string): RecordKey {
  return `${source}|${recordId}` as RecordKey;
}

/** Source and record id of a key made by `recordKey`. */
export function splitRecordKey(key: RecordKey): { source: string; recordId: string } {
  const at = key.indexOf('|');
  return { source: key.slice(0, at), recordId: key.slice(at + 1) };
}

/** Key of an identifier; type and namespace hold no `|`, so keys never collide. */
export function identifierKey(realm: string, type: string, namespace: string, matchKey: string): IdentifierKey {
  return `${realm}|${type}|${namespace}|${matchKey}` as IdentifierKey;
}

/** Makes fresh ids; injected, so that tests can make them predictable. */
export type NewId = () => string;

/** Time-ordered opaque ids (UUIDv7, RFC 9562). */
export const newId: NewId = uuidv7;
