const TIMEOUT_MILLISECONDS = 10_000;

/** @typedef {{ httpUrl: string, user: string, password: string }} Access */

/**
 * Runs one statement over Neo4j's HTTP API (Neo4j HTTP API documentation, "Cypher transaction API"), so that the scripts
 * need no driver.
 * @param {Access} access
 * @param {string} statement
 * @returns {Promise<unknown[][]>} the rows
 * @throws with the database's code, or when it does not answer
 */
export async function query({ httpUrl, user, password }, statement) {
  const response = await fetch(`${httpUrl}/db/neo4j/tx/commit`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    },
    body: JSON.stringify({ statements: [{ statement }] }),
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  /** @type {any} */
  const answer = await response.json();
  const [error] = answer.errors ?? [];
  if (error) throw Object.assign(new Error(`${error.code}: ${error.message}`), { code: error.code });
  return answer.results[0].data.map((/** @type {{ row: unknown[] }} */ { row }) => row);
}
