/** How the systems of a retailer write one person down. */
import { spoilDate, spoilEmail, spoilId, spoilName } from './errors.mjs';
import { writePhone } from './phones.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('./people.mjs').Person} Person
 * @typedef {{ type: string, value: string, namespace?: string }} Identifier
 * @typedef {{ source: string, identifiers: string[], has: string[] }} Source
 */

/** What each system asks for; a web shop knows no national id, a till knows a card and a phone. @type {Source[]} */
const SOURCES = [
  { source: 'crm', identifiers: ['NATIONAL_ID', 'EMAIL', 'PHONE'], has: ['name', 'birthDate', 'address'] },
  { source: 'web', identifiers: ['EMAIL', 'SSO', 'DEVICE'], has: ['name', 'address'] },
  { source: 'app', identifiers: ['EMAIL', 'SSO', 'DEVICE', 'PHONE'], has: ['name', 'birthDate'] },
  { source: 'pos', identifiers: ['LOYALTY', 'PHONE'], has: ['name'] },
  { source: 'callcenter', identifiers: ['PHONE', 'NATIONAL_ID'], has: ['name', 'birthDate'] },
];

/** Probability that a field is missing or wrong in a record. */
const DIRT = {
  low: { name: 0.05, date: 0.02, email: 0.02, id: 0.05, missing: 0.1, missingId: 0.2 },
  medium: { name: 0.15, date: 0.06, email: 0.06, id: 0.15, missing: 0.2, missingId: 0.35 },
  high: { name: 0.35, date: 0.15, email: 0.15, id: 0.3, missing: 0.35, missingId: 0.5 },
};

/** @typedef {keyof typeof DIRT} Dirt */

/**
 * @param {Random} random
 * @param {Person} person
 * @param {string} type
 * @param {typeof DIRT['low']} dirt
 * @param {string[]} operations
 * @returns {Identifier | null}
 */
function identifier(random, person, type, dirt, operations) {
  const note = (/** @type {string | null} */ operation) => operation !== null && operations.push(operation);
  if (random.chance(type === 'NATIONAL_ID' ? dirt.missingId : dirt.missing)) return null;
  switch (type) {
    case 'NATIONAL_ID': {
      const { namespace, value } = person.nationalId;
      if (!random.chance(dirt.id)) return { type, value, namespace };
      const spoiled = spoilId(random, person.nationalId, person.sex);
      note(spoiled.operation);
      return { type, value: spoiled.value, namespace: spoiled.namespace };
    }
    case 'EMAIL': {
      if (!random.chance(dirt.email)) return { type, value: person.email };
      const { value, operation } = spoilEmail(random, person.email);
      note(operation);
      return { type, value };
    }
    case 'PHONE': {
      const { value, operation } = writePhone(random, person.country, person.phone);
      note(operation);
      return { type, value };
    }
    case 'SSO':
      return { type, value: person.subject, namespace: 'https://login.example.com' };
    case 'LOYALTY':
      return { type, value: person.card, namespace: 'club' };
    default:
      return { type, value: person.device };
  }
}

const two = (/** @type {number} */ value) => (value < 10 ? `0${value}` : String(value));
const DAY = 86_400_000;
let day = { start: Number.NaN, text: '' };

/** What `toISOString` says; moments ascend, so the date is worked out once a day. @param {number} epochMs */
function isoOf(epochMs) {
  const start = epochMs - (epochMs % DAY);
  if (start !== day.start) day = { start, text: new Date(start).toISOString().slice(0, 11) };
  const seconds = Math.floor((epochMs - start) / 1_000);
  return `${day.text}${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000Z`;
}

/**
 * One record of `person` with the list of what went wrong in it.
 * @param {Random} random
 * @param {Person} person
 * @param {string} recordId
 * @param {number} capturedAt epoch milliseconds
 * @param {Dirt} dirtiness
 */
export function writeRecord(random, person, recordId, capturedAt, dirtiness) {
  const dirt = DIRT[dirtiness];
  const { source, identifiers: types, has } = random.pick(SOURCES);
  /** @type {string[]} */
  const operations = [];
  /** @type {Identifier[]} */
  const identifiers = [];
  for (const type of types) {
    const one = identifier(random, person, type, dirt, operations);
    if (one) identifiers.push(one);
  }
  const spoiled = random.chance(dirt.name) ? spoilName(random, person) : { name: person, operation: null };
  if (spoiled.operation) operations.push(spoiled.operation);
  /** @type {Record<string, unknown>} */
  const attributes = { givenName: spoiled.name.given.join(' '), familyName: spoiled.name.surnames.join(' ') };
  if (has.includes('birthDate')) {
    const born = random.chance(dirt.date)
      ? spoilDate(random, person.birthDate)
      : { date: person.birthDate, operation: null };
    if (born.operation) operations.push(born.operation);
    if (born.date) attributes.birthDate = born.date;
  }
  // Phones without country code are read with the country of the address.
  attributes.address = has.includes('address') ? person.address : { country: person.country };
  const record = { source, recordId, capturedAt: isoOf(capturedAt), identifiers, attributes };
  return { record, operations };
}
