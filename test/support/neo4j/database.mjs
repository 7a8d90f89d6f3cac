import neo4j from 'neo4j-driver';

const CONNECT_MILLISECONDS = 10_000;
/** Where most is deleted at once: small enough for a small heap. */
const DELETE_ROWS = 5_000;

/**
 * Opens the database for tests, hands a way to run statements to `work`, and closes it.
 * @template T
 * @param {Record<string, string | undefined>} env
 * @param {(query: (text: string) => Promise<Record<string, any>[]>) => Promise<T>} work
 * @returns {Promise<T>}
 * @throws when the environment names no database, or it does not answer
 */
export async function withDatabase(env, work) {
  const { HUELLA_TEST_NEO4J_URI: uri, HUELLA_TEST_NEO4J_USER: user, HUELLA_TEST_NEO4J_PASSWORD: password } = env;
  if (!uri)
    throw new Error('These tests need a Neo4j. `npm test` gets one, or set HUELLA_TEST_NEO4J_URI to an empty one.');
  const driver = neo4j.driver(uri, neo4j.auth.basic(user ?? 'neo4j', password ?? ''), {
    connectionTimeout: CONNECT_MILLISECONDS,
    maxTransactionRetryTime: 0,
    disableLosslessIntegers: true,
  });
  const session = driver.session();
  try {
    return await work(async (text) => (await session.run(text)).records.map((record) => record.toObject()));
  } finally {
    await session.close();
    await driver.close();
  }
}

/**
 * Refuses a database that holds anything: it may be somebody's, and is not ours to clear.
 * @param {(text: string) => Promise<Record<string, any>[]>} query
 */
export async function refuseIfNotEmpty(query) {
  const [row] = await query('MATCH (node) RETURN count(node) AS nodes');
  if (row?.nodes === 0) return;
  throw new Error(
    `The database of HUELLA_TEST_NEO4J_URI holds ${row?.nodes} nodes. Tests need an empty one and never clear yours.`,
  );
}

/**
 * Takes out what a run has put into a database that it found empty: nodes, constraints and indexes.
 * @param {(text: string) => Promise<Record<string, any>[]>} query
 */
export async function giveBackEmpty(query) {
  await query(`MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF ${DELETE_ROWS} ROWS`);
  for (const { name } of await query('SHOW CONSTRAINTS YIELD name'))
    await query(`DROP CONSTRAINT \`${name}\` IF EXISTS`);
  const indexes = await query("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
  for (const { name } of indexes) await query(`DROP INDEX \`${name}\` IF EXISTS`);
}
