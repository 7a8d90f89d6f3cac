import type { StandardAddress } from '../../attributes/address/address.types.js';
import { formatAddress } from '../../attributes/address/format-address.js';
import type { Golden, GoldenRecord as Answer } from '../golden/golden-record.types.js';
import type { Origin, Reason } from '../golden/survive.js';
import type { Profile } from '../profile.service.js';
import { addressLabels } from './address-labels.js';
import type { GoldenAddress, GoldenBirthDate, GoldenName, GoldenRecord } from './golden-record.types.js';
import { SurvivorshipRule, type Provenance } from './provenance.types.js';

const RULES: Readonly<Record<Reason, SurvivorshipRule>> = {
  validity: SurvivorshipRule.VALIDITY,
  trust: SurvivorshipRule.TRUST,
  completeness: SurvivorshipRule.COMPLETENESS,
  recency: SurvivorshipRule.RECENCY,
  frequency: SurvivorshipRule.FREQUENCY,
  undisputed: SurvivorshipRule.UNDISPUTED,
  recordKey: SurvivorshipRule.RECORD_KEY,
  unusable: SurvivorshipRule.UNUSABLE,
};

/** A golden record as it is shown. */
export function showProfile({ golden, complete }: Profile): GoldenRecord {
  const { policy, records, name, birthDate, address, contactPoints, attributes, moreAttributes } = golden;
  return {
    policy,
    records,
    complete,
    displayName: displayNameIn(golden),
    name: name && showName(name),
    birthDate: birthDate && showBirthDate(birthDate),
    address: address && showAddress(address),
    contactPoints: contactPoints.map((each) => ({ ...each.value, provenance: provenance(each) })),
    attributes: attributes.map(({ name: of, golden: each }) => ({
      name: of,
      value: each.value,
      provenance: provenance(each),
    })),
    moreAttributes,
  };
}

function displayNameIn({ name, attributes, contactPoints }: Answer): string | null {
  const organization = attributes.find((each) => each.name === 'organizationName')?.golden.value;
  if (name) return name.value.full;
  return typeof organization === 'string' ? organization : (contactPoints[0]?.value.display ?? null);
}

function showName(golden: NonNullable<Answer['name']>): GoldenName {
  const { surnameOrder: _order, rest: _rest, ...shown } = golden.value;
  return { ...shown, provenance: provenance(golden) };
}

function showBirthDate(golden: NonNullable<Answer['birthDate']>): GoldenBirthDate | null {
  const { value, precision, ambiguous, candidates, raw } = golden.value;
  if (value === null || precision === null) return null;
  return { value, precision, ambiguous, candidates, raw, provenance: provenance(golden) };
}

function showAddress(golden: Golden<StandardAddress>): GoldenAddress {
  const { adminArea, rest: _rest, problems: _problems, missing: _missing, ...shown } = golden.value;
  return {
    ...shown,
    adminAreaCode: adminArea?.code ?? null,
    adminArea: adminArea?.name ?? null,
    lines: formatAddress(golden.value),
    labels: addressLabels(golden.value),
    provenance: provenance(golden),
  };
}

function provenance({ origin, decidedBy, records, alternatives, moreAlternatives }: Golden<unknown>): Provenance {
  return {
    ...shownOrigin(origin),
    rule: RULES[decidedBy],
    records,
    alternatives: alternatives.map((each) => ({
      value: each.value,
      ...shownOrigin(each.origin),
      lostBy: RULES[each.lostBy],
      records: each.records,
    })),
    moreAlternatives,
  };
}

function shownOrigin({ source, recordId, capturedAt }: Origin) {
  return { source, recordId, capturedAt: capturedAt === null ? null : new Date(capturedAt) };
}
