import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { DecisionsService, type DecisionAnswer } from '../../../src/identity/decisions/decisions.service.js';
import type { NeverSide } from '../../../src/identity/decisions/rulings/never-link.js';
import type { IdentityService } from '../../../src/identity/identity.service.js';
import { IngestService, type IngestAnswer } from '../../../src/ingest/ingest.service.js';
import type { IncomingRecord } from '../../../src/ingest/record.types.js';
import type { IdentifierKey, RecordKey } from '../../../src/kernel/ids.js';
import { decide, type StewardOperation } from '../steward/operations.js';
import { noBrands } from '../no-brands.js';

/** What a writer asks for, as data, so that it can be asked again elsewhere. */
export type Operation = { readonly id: string; readonly key: string | null } & (
  | { readonly kind: 'upsert'; readonly records: readonly IncomingRecord[] }
  | { readonly kind: 'delete'; readonly recordId: string; readonly sourceVersion: string }
  | StewardOperation
);

export type Answer = IngestAnswer | DecisionAnswer;
type Pick = <Value>(values: readonly Value[]) => Value | undefined;

interface View {
  customers: { id: string; record: RecordKey }[];
  held: { record: RecordKey; identifier: IdentifierKey }[];
  blocked: IdentifierKey[];
  decisions: string[];
  events: string[];
}
const look = statementOf<Record<string, never>, View>(
  'test/look-around',
  `RETURN COLLECT { MATCH (r:SourceRecord)-[:RESOLVES_TO]->(c:Customer) RETURN {id: c.id, record: r.key} } AS customers,
          COLLECT { MATCH (r:SourceRecord)-[:HAS_IDENTIFIER]->(i:Identifier) RETURN {record: r.key, identifier: i.key} } AS held,
          COLLECT { MATCH (:Decision {kind: 'BLOCK', status: 'ACTIVE'})-[:NAMES]->(i:Identifier) RETURN i.key } AS blocked,
          COLLECT { MATCH (d:Decision {status: 'ACTIVE'}) RETURN d.id } AS decisions,
          COLLECT { MATCH (e:IdentityEvent) RETURN e.id ORDER BY e.seq DESC LIMIT 5 } AS events`,
  { access: 'read', scansLabel: true },
);

/** Kinds by how often they are asked for. */
const KINDS: readonly Operation['kind'][] = [
  ...(['upsert', 'upsert', 'upsert', 'upsert', 'upsert', 'delete', 'merge', 'merge', 'never'] as const),
  ...(['split', 'detach', 'block', 'unblock', 'unblock', 'revoke', 'revoke', 'unmerge', 'unmerge'] as const),
];
const RECORDS = 24;

/** Turns after which a writer has asked for every kind: none is left to chance. Has no divisor in common with their number. */
const STRIDE = 7;

/**
 * The next thing that a writer asks for, of what it sees; null when there is nothing of the kind.
 *
 * @param turn of the writer; those of others should begin elsewhere
 */
export async function nextOperation(
  graph: Graph,
  id: string,
  random: () => number,
  turn: number,
): Promise<Operation | null> {
  const pick: Pick = (values) => values[Math.floor(random() * values.length)];
  const kind = KINDS[(turn * STRIDE) % KINDS.length] ?? 'upsert';
  const base = { id, key: random() < 0.4 ? `key-of-${id}` : null };
  const recordId = String(Math.floor(random() * RECORDS));
  const sourceVersion = String(Math.floor(random() * 1_000));
  if (kind === 'upsert') return { ...base, kind, records: [aRecord(recordId, sourceVersion, random, pick)] };
  if (kind === 'delete') return { ...base, kind, recordId, sourceVersion };
  const [view] = await graph.lookup(look, {});
  return view ? aDecision(view, kind, base, pick) : null;
}

function aDecision(
  { customers, held, blocked, decisions, events }: View,
  kind: Exclude<Operation['kind'], 'upsert' | 'delete'>,
  base: Base,
  pick: Pick,
): Operation | null {
  const [one, other, hold] = [pick(customers), pick(customers), pick(held)];
  const [block, decision, event] = [pick(blocked), pick(decisions), pick(events)];
  switch (kind) {
    case 'merge':
      return one && other ? { ...base, kind, into: one.id, customers: [other.id] } : null;
    case 'never':
      return one && other && hold ? { ...base, kind, sides: sidesOf(one.id, other.record, hold.identifier) } : null;
    case 'split':
      return one ? { ...base, kind, customer: one.id, records: [one.record] } : null;
    case 'detach':
      return hold ? { ...base, kind, ...hold } : null;
    case 'block':
      return hold ? { ...base, kind, identifier: hold.identifier } : null;
    case 'unblock':
      return block ? { ...base, kind, identifier: block } : null;
    case 'revoke':
      return decision ? { ...base, kind, decision } : null;
    case 'unmerge':
      return event ? { ...base, kind, event } : null;
  }
}

/** One person is a customer, the other a record together with an identifier. */
function sidesOf(customer: string, record: RecordKey, identifier: IdentifierKey): NeverSide[] {
  return [
    { customers: [customer], records: [], identifiers: [] },
    { customers: [], records: [record], identifiers: [identifier] },
  ];
}

type Base = { readonly id: string; readonly key: string | null };

function aRecord(recordId: string, sourceVersion: string, random: () => number, pick: Pick): IncomingRecord {
  const identifiers = Array.from({ length: Math.floor(random() * 4) }, () => {
    const at = Math.floor(random() * 8);
    return (
      pick([
        { type: 'EMAIL', value: `person${at}@correo.mx` },
        { type: 'PHONE', value: `+52551234561${at}` },
        { type: 'SSO', value: `subject-${at}`, namespace: 'https://login.tienda.mx' },
      ]) ?? { type: 'EMAIL', value: 'nobody@correo.mx' }
    );
  });
  return { source: 'crm', recordId, sourceVersion, identifiers, attributes: {} };
}

/** Asks the services for it, under ids of its own. */
export function perform(identity: IdentityService, operation: Operation): Promise<Answer> {
  const { kind, id, key } = operation;
  const ingest = new IngestService(identity, noBrands);
  const options = { alone: true, idempotencyKey: key };
  if (kind === 'upsert') return ingest.upsert(DEVELOPER, operation.records, options);
  if (kind === 'delete') return ingest.delete(DEVELOPER, [{ source: 'crm', ...operation }], options);
  const terms = { reason: kind, expiresAt: null, dryRun: false, idempotencyKey: key };
  return decide(new DecisionsService(identity, () => `decision-${id}`), operation, terms);
}
