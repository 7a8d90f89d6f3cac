import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, type Terminal } from './terminal.js';

/** Where the database is. */
export interface Connection {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

const HOW = 'run npm start in another terminal, or set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD';

/**
 * NEO4J_URI, NEO4J_USER (`neo4j` unless told) and NEO4J_PASSWORD when the first is set, else what `npm start` wrote about
 * the database that it runs. Throws `CommandError`.
 */
export async function findConnection({ env, home }: Pick<Terminal, 'env' | 'home'>): Promise<Connection> {
  if (env.NEO4J_URI) {
    if (!env.NEO4J_PASSWORD) throw new CommandError('NEO4J_PASSWORD is missing (NEO4J_URI is set)');
    return { uri: env.NEO4J_URI, user: env.NEO4J_USER ?? 'neo4j', password: env.NEO4J_PASSWORD };
  }
  const text = await readFile(join(home, '.huella', 'neo4j.json'), 'utf8').catch(() => null);
  if (text === null) throw new CommandError(`no database: ${HOW}`);
  return understand(text);
}

function understand(text: string): Connection {
  try {
    const { uri, user, password } = JSON.parse(text) as Partial<Connection>;
    if (uri && user && password) return { uri, user, password };
  } catch {
    // Told below.
  }
  throw new CommandError(`.huella/neo4j.json is damaged: ${HOW}`);
}
