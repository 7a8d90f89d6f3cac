import type { FlatAttributes } from './record.types.js';

/** Properties of a record node that are the service's own; an attribute of that name is stored under `attributes.`. */
const OWN = [
  ...['key', 'source', 'recordId', 'realm', 'deleted', 'version', 'sourceVersion', 'floor', 'patches', 'removed'],
  ...['person', 'capturedAt', 'receivedAt', 'lock', 'brandId', 'conflicts', 'searchText', 'hold'],
];
const RESERVED = new Set(OWN);
const ESCAPE = 'attributes.';

/** Name of the node property that holds the attribute at a path. */
export function propertyOf(path: string): string {
  return RESERVED.has(path) ? ESCAPE + path : path;
}

/** Attributes among the properties of a record node. */
export function attributesOf(properties: Readonly<Record<string, unknown>>): FlatAttributes {
  const entries = Object.entries(properties).filter(([name]) => !RESERVED.has(name));
  const named = entries.map(([name, value]) => [name.startsWith(ESCAPE) ? name.slice(ESCAPE.length) : name, value]);
  return Object.fromEntries(named) as FlatAttributes;
}
