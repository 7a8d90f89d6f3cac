/** An entry of a table; undefined for keys that every object has (`constructor`), because keys come from outside. */
export function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
