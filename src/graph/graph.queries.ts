import { cypher } from './statement.js';

export const answer = cypher<Record<string, never>, { one: number }>('graph/answer', { access: 'read' });

export const countNodes = cypher<Record<string, never>, { label: 'any' | 'Migration' | 'Counter'; nodes: number }>(
  'graph/count-nodes',
  {
    access: 'read',
  },
);

export const listMigrations = cypher<
  Record<string, never>,
  { version: number; name: string; checksum: string; appliedAt: Date }
>('graph/list-migrations', { access: 'read', scansLabel: true });

export const ensureMigrationKey = cypher<Record<string, never>, never>('graph/ensure-migration-key', {
  access: 'write',
});

export const lockMigrations = cypher<{ at: Date }, never>('graph/lock-migrations', { access: 'write' });

export const recordMigration = cypher<{ version: number; name: string; checksum: string; appliedAt: Date }, never>(
  'graph/record-migration',
  { access: 'write' },
);

export const awaitIndexes = cypher<{ seconds: number }, never>('graph/await-indexes', { access: 'read' });
