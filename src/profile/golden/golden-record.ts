import { countryOf } from '../../attributes/address/country-of.js';
import { standardiseAddress } from '../../attributes/address/standardise-address.js';
import { LIMITS } from '../../kernel/limits.js';
import type { SurvivorshipPolicy } from '../policy/survivorship.types.js';
import { trustOf } from '../policy/trust-of.js';
import { addressCandidates, showAddress } from './address-candidates.js';
import { attributeCandidates, showAttribute } from './attribute-candidates.js';
import { birthDateCandidates, showBirthDate } from './birth-date-candidates.js';
import { contactCandidates, showContact } from './contact-candidates.js';
import type { GoldenAttribute, GoldenRecord } from './golden-record.types.js';
import type { Member } from './member.types.js';
import { nameCandidates, showName, survivingName } from './name-candidates.js';
import { originOf, type Statement } from './statement.js';
import { toGolden } from './to-golden.js';

/**
 * What is known of a person: of each group of attributes the value that survives, with its origin, the rule that decided and
 * what it was chosen over. A pure function of the records and the policy, whatever the order of the records.
 */
export function goldenRecord(members: readonly Member[], policy: SurvivorshipPolicy): GoldenRecord {
  const statements = members.map((member) => statementOf(member, policy));
  const { groups } = policy;
  const name = toGolden(nameCandidates(statements), groups.name, showName);
  const attributes = attributesOf(statements, policy);
  return {
    policy: policy.version,
    records: members.length,
    name: name && { ...name, value: survivingName(name.value) },
    birthDate: toGolden(birthDateCandidates(statements), groups.birthDate, showBirthDate),
    address: toGolden(addressCandidates(statements), groups.address, showAddress),
    contactPoints: policy.contactTypes.flatMap(
      (type) => toGolden(contactCandidates(statements, type), groups.contactPoints, showContact) ?? [],
    ),
    attributes: attributes.slice(0, LIMITS.attributesPerProfile),
    moreAttributes: Math.max(0, attributes.length - LIMITS.attributesPerProfile),
  };
}

function statementOf(member: Member, policy: SurvivorshipPolicy): Statement {
  const { address: raw, country } = member.attributes;
  const person = typeof country === 'string' ? countryOf(country) : null;
  const address = raw === undefined ? null : standardiseAddress(raw, { country: person });
  return {
    member,
    origin: originOf(member),
    trust: trustOf(member.source, policy),
    address,
    // The country of the address says how its person writes names and dates.
    country: address?.country ?? person,
  };
}

function attributesOf(statements: readonly Statement[], policy: SurvivorshipPolicy): GoldenAttribute[] {
  const byName = [...attributeCandidates(statements)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byName.flatMap(([name, candidates]) => {
    const own = Object.hasOwn(policy.attributes, name) ? policy.attributes[name] : undefined;
    const golden = toGolden(candidates, own ?? policy.otherAttributes, showAttribute);
    return golden ? [{ name, golden }] : [];
  });
}
