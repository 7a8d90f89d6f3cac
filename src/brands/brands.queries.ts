import { cypher } from '../graph/statement.js';
import type { Brand, Source } from './brand.types.js';

type None = Record<string, never>;
/** There are dozens of brands and hundreds of sources, and the inventory is all of them. */
const whole = { access: 'read', scansLabel: true } as const;
const write = { access: 'write' } as const;

export const readBrands = cypher<None, Brand>('brands/read-brands', whole);
export const readSources = cypher<None, Source>('brands/read-sources', whole);
export const lockInventory = cypher<None, { version: number }>('brands/lock-inventory', write);
export const putBrands = cypher<{ rows: readonly { id: string; properties: object }[] }, never>(
  'brands/put-brands',
  write,
);
export const placeBrands = cypher<{ rows: readonly { id: string; parentId: string | null }[] }, never>(
  'brands/place-brands',
  write,
);
export const putSources = cypher<{ rows: readonly { id: string; properties: object }[] }, never>(
  'brands/put-sources',
  write,
);
export const placeSources = cypher<{ rows: readonly { id: string; brandId: string | null }[] }, never>(
  'brands/place-sources',
  write,
);
export const noteSources = cypher<{ ids: readonly string[]; trust: number; at: number }, never>(
  'brands/note-sources',
  write,
);
export const speakingSources = cypher<{ ids: readonly string[] }, { id: string }>('brands/speaking-sources', {
  access: 'read',
});
