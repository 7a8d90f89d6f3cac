import type { StandardAddress } from '../../src/attributes/address/address.types.js';
import { standardiseAddress } from '../../src/attributes/address/standardise-address.js';

/** What an address says, without what it does not say: areas as codes, problems as `CODE field`. */
export function shortAddress(raw: unknown, country: string | null): Record<string, unknown> {
  return short(standardiseAddress(raw, { country }));
}

function short(address: StandardAddress): Record<string, unknown> {
  const { raw: _raw, missing: _missing, completeness: _completeness, valid: _valid, ...said } = address;
  const { country: _country, adminArea, rest, problems, ...parts } = said;
  const fields: Record<string, unknown> = Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== null),
  );
  if (adminArea !== null) fields['area'] = adminArea.code ?? adminArea.name;
  if (rest.length > 0) fields['rest'] = rest.map(({ name, text }) => (name === null ? text : `${name}: ${text}`));
  if (problems.length > 0) fields['problems'] = problems.map(({ code, field }) => `${code} ${field}`);
  return fields;
}
