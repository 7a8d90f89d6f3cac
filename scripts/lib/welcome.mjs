import { box } from './box.mjs';

/** Susanne Mooney of the demo: four records, one of them by this passport. */
const QUERY =
  '{ customerByIdentifier(identifier: { type: "NATIONAL_ID", namespace: "US-PASSPORT", value: "1231345345" }) { id size } }';
const CYPHER =
  'MATCH (c:Customer) WITH c ORDER BY c.size DESC LIMIT 1 MATCH path = (c)<-[:RESOLVES_TO]-(:SourceRecord)-[:HAS_IDENTIFIER]->(:Identifier) RETURN path';

/**
 * What to know once the service is up.
 * @param {{ url: string, address: import('../neo4j/database.mjs').Address, demo: boolean, showPassword: boolean }} state
 * @returns {string}
 */
export function welcome({ url, address, demo, showPassword }) {
  const lines = [`GraphQL    ${url}/graphql`, `Explorer   ${url}/graphql in a web browser`];
  if (address.httpUrl === undefined) lines.push(`Neo4j      ${address.uri} (yours: NEO4J_URI)`);
  else {
    lines.push(`Neo4j      ${address.httpUrl}/browser/`);
    lines.push(
      `           user ${address.user}, password ${showPassword ? address.password : 'in .huella/neo4j.json'}`,
    );
    if (showPassword) lines.push('           (kept in .huella/neo4j.json)');
  }
  lines.push('');
  lines.push(demo ? 'Try first' : 'Load some records: npx huella load --help');
  if (demo)
    lines.push(
      '  in the explorer, the query below; in Neo4j Browser, the statement below',
      '  npm run demo:opencr   5,000 records more',
    );
  lines.push('Ctrl-C stops everything.');
  const frame = box('huella is ready', lines);
  return demo ? `${frame}\n\n${QUERY}\n\n${CYPHER}\n` : `${frame}\n`;
}
