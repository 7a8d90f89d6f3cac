#!/usr/bin/env node
// The command line of huella; `npm run build` makes what it runs.
import { existsSync } from 'node:fs';
import process from 'node:process';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { main: run } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write('huella: not built yet; run npm run build (npm start does it by itself)\n');
  process.exitCode = 1;
}
