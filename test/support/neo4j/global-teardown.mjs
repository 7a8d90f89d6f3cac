import { giveBackEmpty, withDatabase } from './database.mjs';

/** After them: a database that was given, and was found empty, is empty again. */
export default async function tearDown() {
  if (process.env.HUELLA_TEST_NEO4J_BORROWED === 'true') await withDatabase(process.env, giveBackEmpty);
}
