import { addressMatchKey } from '../../attributes/address/address-keys.js';
import type { StandardAddress } from '../../attributes/address/address.types.js';
import { formatAddress } from '../../attributes/address/format-address.js';
import { foldLetters } from '../../identity/resolution/persons/name-words.js';
import type { Statement } from './statement.js';
import type { Candidate } from './survive.js';

/** What each record says about where the person lives. An address stays whole. */
export function addressCandidates(statements: readonly Statement[]): Candidate<StandardAddress>[] {
  return statements.flatMap(({ address: value, origin, trust }) => {
    if (value === null) return [];
    const said = partsOf(value);
    const usable = said.length > 0;
    return {
      origin,
      trust,
      value,
      key: usable ? (addressMatchKey(value) ?? foldLetters(JSON.stringify(said))) : `!${JSON.stringify(value.raw)}`,
      usable,
      valid: value.valid,
      completeness: value.completeness,
      spelling: 0,
    };
  });
}

export function showAddress(address: StandardAddress): unknown {
  const lines = formatAddress(address);
  return lines.length > 0 ? lines : address.raw;
}

/** Every part that says something, in a fixed order. */
function partsOf({
  raw: _raw,
  problems,
  missing,
  completeness,
  valid,
  rest,
  adminArea,
  ...parts
}: StandardAddress): string[][] {
  const named = Object.entries(parts).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const area = adminArea ? [['adminArea', adminArea.code ?? adminArea.name]] : [];
  const left = rest.map((each) => [each.name ?? '', each.text]);
  return [...named, ...area, ...left].sort((a, b) => (a.join() < b.join() ? -1 : 1));
}
