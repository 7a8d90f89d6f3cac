import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../lib/paths.mjs';
import { jvmOptions, renderConfig, serverArguments } from './config.mjs';
import { javaProgram, javaRelease } from './java.mjs';

const template = readFileSync(join(ROOT, 'scripts', 'neo4j', 'neo4j.conf'), 'utf8');
const ports = { boltPort: 7690, httpPort: 7475 };
const settings = {
  folder: '/some where/neo4j',
  serviceUrl: 'http://127.0.0.1:3001',
  ...ports,
  heap: '1g',
  pageCache: '512m',
};

test('the configuration is complete, on the loopback, and closed', () => {
  const lines = renderConfig(template, settings).split('\n');
  expect(lines.filter((line) => line.includes('@'))).toEqual([]);
  expect(lines).toContain('server.directories.data=/some where/neo4j/data');
  expect(lines).toContain('server.bolt.listen_address=127.0.0.1:7690');
  expect(lines).toContain('server.http.listen_address=127.0.0.1:7475');
  expect(lines).toContain('server.memory.heap.max_size=1g');
  expect(lines).toContain('dbms.security.auth_enabled=true');
  expect(lines).toContain('dbms.security.allow_csv_import_from_file_urls=false');
  expect(lines).toContain(
    'browser.post_connect_cmd=style http://127.0.0.1:3001/stewards/huella.grass; clear; guide http://127.0.0.1:3001/stewards/start.html',
  );
  expect(lines.filter((line) => /listen_address=(?!127\.0\.0\.1)/.test(line))).toEqual([]);
});

test('a placeholder that nobody fills stops the start', () => {
  expect(() => renderConfig('x=@NOBODY@', settings)).toThrow('@NOBODY@');
});

test('the java command is what the configuration says', () => {
  const config =
    'a=b\nserver.jvm.additional=-XX:+UseG1GC\nserver.jvm.additional=--add-opens=java.base/java.nio=ALL-UNNAMED\n';
  expect(jvmOptions(config)).toEqual(['-XX:+UseG1GC', '--add-opens=java.base/java.nio=ALL-UNNAMED']);
  const args = serverArguments({
    home: '/home of/neo4j',
    confFolder: '/run/conf',
    config,
    heap: '1g',
    pageCache: '1g',
  });
  expect(args.slice(0, 3)).toEqual(['-cp', '/run/conf/*:/home of/neo4j/lib/*', '-XX:+UseG1GC']);
  expect(args).toContain('-Xmx1g');
  expect(args.slice(-3)).toEqual(['--home-dir=/home of/neo4j', '--config-dir=/run/conf', '--console-mode']);
});

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "21" 2023-09-19', 21],
  ['java version "1.8.0_392"', 8],
  ['The operation couldn’t be completed. Unable to locate a Java Runtime.', undefined],
])('%s', (output, release) => {
  expect(javaRelease(output)).toBe(release);
});

test('JAVA_HOME decides which java', () => {
  expect(javaProgram({ JAVA_HOME: '/opt/jdk' })).toBe('/opt/jdk/bin/java');
  expect(javaProgram({ JAVA_HOME: '' })).toBe('java');
});
