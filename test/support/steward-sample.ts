import { statementOf } from '../../src/graph/statement.js';
import type { Graph } from '../../src/graph/graph.js';
import { IdentityWorld } from './identity-world.js';

type Pair = [type: string, value: string, namespace?: string];

/** A record of CUSTOMERS as the examples in the guides' boxes expect it. */
function person(recordId: string, givenName: string, familyName: string, ...identifiers: Pair[]) {
  const held = identifiers.map(([type, value, namespace]) => ({ type, value, ...(namespace ? { namespace } : {}) }));
  const attributes = { givenName, familyName, address: { country: 'US' } };
  return { source: 'CUSTOMERS', recordId, identifiers: held, attributes };
}

/** What people decide and what follows from it, as the graph holds it, around the sample's records. */
const addStewardship = statementOf<Record<string, never>, never>(
  'test/add-stewardship',
  `MATCH (left:SourceRecord {key: 'CUSTOMERS|1017'})-[:RESOLVES_TO]->(customer:Customer)
   MATCH (right:SourceRecord {key: 'CUSTOMERS|2001'})
   MATCH (phone:Identifier {key: 'default|PHONE||+15123538633'})
   CREATE (former:Customer {id: 'former', status: 'MERGED', size: 0})-[:MERGED_INTO {at: datetime(), tx: 2}]->(customer)
   CREATE (left)-[:WAS_RESOLVED_TO {from: datetime() - duration('P1D'), to: datetime(), fromTx: 1, toTx: 2}]->(former)
   CREATE (decision:Decision {id: 'd1', kind: 'NEVER', status: 'ACTIVE', actor: 'ana', reason: 'seen', decidedAt: datetime()})
   CREATE (decision)-[:NAMES {side: 0}]->(left), (decision)-[:NAMES {side: 1}]->(right)
   CREATE (event:IdentityEvent {id: 'e1', tx: 2, seq: 1, kind: 'MERGED', at: datetime(), policy: 'default-1', actor: 'ana'})
   CREATE (event)-[:CHANGED]->(customer), (event)-[:RETIRED]->(former)
   CREATE (event)-[:CAUSED_BY {position: 0}]->(phone)
   CREATE (hold:SourceHold {id: 'h1', source: 'CUSTOMERS', status: 'OPEN', cause: 'MERGES', since: datetime(), records: 1, merges: 1})
   SET right.hold = hold.id
   CREATE (right)-[:WITHHELD_IDENTIFIER {raw: '+15123538633', status: 'STOPPED'}]->(phone)`,
  { access: 'write' },
);

/**
 * Customers for every query of the guides: Mary of three records in a chain, relatives who share an e-mail address,
 * Susan Mooney with a role address, and around them a decision, a merge and a hold. The address opens a review item by itself.
 */
export async function addStewardSample(graph: Graph): Promise<void> {
  const world = new IdentityWorld(graph);
  const family: Pair = ['EMAIL', 'kusha@familia.mx'];
  const ssn: Pair = ['NATIONAL_ID', '293-90-9090', 'US-SSN'];
  const phone: Pair = ['PHONE', '+1 512 353 8633'];
  await world.upsert([
    person('1015', 'Mary', 'Kusha', ssn, phone, family),
    person('1017', 'Mary', 'Kusha', ssn),
    person('1018', 'Mary', 'Kusha', phone),
    person('2001', 'Robert', 'Kusha', family),
    person('3001', 'Susan', 'Mooney', ['EMAIL', 'info@mooney.mx']),
  ]);
  await graph.write('test.stewardship', (tx) => tx.run(addStewardship, {}));
}
