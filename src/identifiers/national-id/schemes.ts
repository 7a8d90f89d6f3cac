import { ARGENTINA } from './argentina.js';
import { BRAZIL } from './brazil.js';
import { CHILE } from './chile.js';
import { COLOMBIA } from './colombia.js';
import { ECUADOR } from './ecuador.js';
import { MEXICO } from './mexico.js';
import { PERU } from './peru.js';
import type { Scheme } from './scheme.types.js';
import { SPAIN } from './spain.js';
import { UNITED_STATES } from './united-states.js';
import { URUGUAY } from './uruguay.js';

const BY_COUNTRY: Readonly<Record<string, readonly Scheme[]>> = {
  AR: ARGENTINA,
  BR: BRAZIL,
  CL: CHILE,
  CO: COLOMBIA,
  EC: ECUADOR,
  // One of the three Spanish schemes reads them all.
  ES: SPAIN.slice(0, 1),
  MX: MEXICO,
  PE: PERU,
  UY: URUGUAY,
};

const ALL: readonly Scheme[] = [...Object.values(BY_COUNTRY).flat(), ...SPAIN.slice(1), ...UNITED_STATES];

const BY_ALIAS: ReadonlyMap<string, Scheme> = new Map(
  ALL.flatMap((scheme) => scheme.names.map((name) => [`${scheme.namespace.slice(0, 2)}-${name}`, scheme] as const)),
);

/** Names that more than one country uses for different numbers; they need their country. */
const SHARED_NAMES: ReadonlySet<string> = new Set([
  'DNI',
  'RUT',
  'RUC',
  'NIT',
  'NIF',
  'CC',
  'CI',
  'CEDULA',
  'CUI',
  'CDI',
]);

const BY_NAME: ReadonlyMap<string, Scheme> = new Map(
  ALL.flatMap((scheme) =>
    scheme.names.filter((name) => !SHARED_NAMES.has(name)).map((name) => [name, scheme] as const),
  ),
);

/** What a namespace asks for. */
export type SchemeChoice =
  /** One scheme, or the ones of a country, of which the value decides. */
  | { readonly kind: 'schemes'; readonly schemes: readonly Scheme[] }
  /** A scheme that huella does not know: exact text. */
  | { readonly kind: 'text'; readonly namespace: string }
  | { readonly kind: 'invalid'; readonly message: string };

const NAMES_NEEDED = 'name the scheme with its country, such as MX-CURP, BR-CPF or PASSPORT-UY';

/**
 * The scheme that a namespace means: `MX-CURP`, an alias (`cl_run`, `CPF`), a bare country (`MX`), or a name that several
 * countries use (`DNI`) read with `country`. An empty one means the schemes of `country`. Unknown ones are kept as text.
 *
 * @param country of the record's address or its source, null when unknown
 */
export function chooseScheme(namespace: string, country: string | null): SchemeChoice {
  if (namespace === '') {
    const schemes = country === null ? undefined : BY_COUNTRY[country];
    return schemes ? { kind: 'schemes', schemes } : { kind: 'invalid', message: NAMES_NEEDED };
  }
  const name = canonicalName(namespace);
  if (!/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/.test(name)) return { kind: 'invalid', message: NAMES_NEEDED };
  const shared = SHARED_NAMES.has(name);
  if (shared && country === null) return { kind: 'invalid', message: NAMES_NEEDED };
  const full = shared ? `${country}-${name}` : name;
  const scheme = BY_ALIAS.get(full) ?? BY_NAME.get(full);
  if (scheme) return { kind: 'schemes', schemes: [scheme] };
  const schemes = Object.hasOwn(BY_COUNTRY, full) ? BY_COUNTRY[full] : undefined;
  return schemes ? { kind: 'schemes', schemes } : { kind: 'text', namespace: full };
}

function canonicalName(namespace: string): string {
  return namespace
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[\s._:/-]+/g, '-');
}
