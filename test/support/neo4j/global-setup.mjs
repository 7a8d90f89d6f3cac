import { refuseIfNotEmpty, withDatabase } from './database.mjs';

/**
 * Before the tests that need a database. HUELLA_TEST_NEO4J_OWNED=true says that the test runner made it; one that was
 * given is owned, too, once it was found empty, because whatever is in it afterwards came from this run.
 */
export default async function setUp() {
  const isOurs = process.env.HUELLA_TEST_NEO4J_OWNED === 'true';
  await withDatabase(process.env, (query) => (isOurs ? query('RETURN 1') : refuseIfNotEmpty(query)));
  if (isOurs) return;
  process.env.HUELLA_TEST_NEO4J_OWNED = 'true';
  process.env.HUELLA_TEST_NEO4J_BORROWED = 'true';
}
