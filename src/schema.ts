import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module.js';
import { readConfig } from './config/config.js';

const FILE = fileURLToPath(new URL('../schema.graphql', import.meta.url));
const HEADER = '# Generated from the code by `npm run schema`; do not edit.\n\n';

/** The schema as text, sorted. Assembles the modules without a server and without a database. */
async function schemaText(): Promise<string> {
  const config = readConfig({ NEO4J_PASSWORD: 'not used', LOG_LEVEL: 'silent' });
  const context = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: false,
    abortOnError: false,
  });
  const { schema } = context.get(GraphQLSchemaHost, { strict: false });
  await context.close();
  return `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** Prints the schema; with `--check` compares it with the checked-in file and exits with 1 when they differ. */
const text = await schemaText();
if (!process.argv.includes('--check')) process.stdout.write(text);
else if (text !== readFileSync(FILE, 'utf8')) {
  process.stderr.write('schema.graphql differs from the code: run `npm run schema` and look at the difference\n');
  process.exitCode = 1;
}
