/**
 * Version of normalisation and match keys. Raise it with every change that gives some value another canonical form,
 * namespace or match key: a process whose key rules differ from the graph's refuses to write (design: one partition,
 * one set of keys).
 */
export const KEY_RULES = 'keys-1';
