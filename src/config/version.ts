import { createRequire } from 'node:module';

/** Version of huella, from package.json: two folders above this file in `src/` and in `dist/` alike. */
export const VERSION: string = (createRequire(import.meta.url)('../../package.json') as { version: string }).version;
