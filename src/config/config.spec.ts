import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const good = { NEO4J_PASSWORD: 'a-password' };

describe('readConfig', () => {
  test('needs no more than a password', () => {
    expect(readConfig(good)).toEqual({
      environment: 'development',
      neo4j: { uri: 'bolt://127.0.0.1:7687', user: 'neo4j', password: 'a-password', database: undefined },
      http: { host: '127.0.0.1', port: 3000, loopbackOnly: true },
      logLevel: 'info',
      policyFile: undefined,
    });
  });

  test('is frozen', () => {
    const config = readConfig(good);
    expect([config, config.neo4j, config.http].every(Object.isFrozen)).toBe(true);
  });

  test('an empty variable counts as absent', () => {
    expect(readConfig({ ...good, PORT: '', HUELLA_POLICY: '' })).toEqual(readConfig(good));
  });

  test.each([
    ['NEO4J_PASSWORD', ''],
    ['NEO4J_URI', 'http://127.0.0.1:7474'],
    ['NEO4J_URI', 'bolt://neo4j:secret@127.0.0.1:7687'],
    ['NODE_ENV', 'prod'],
    ['LOG_LEVEL', 'loud'],
    ['PORT', '70000'],
    ['PORT', '3e3'],
    ['PORT', '-1'],
    ['HOST', '0.0.0.0'],
    ['HOST', '192.168.1.20'],
    ['HUELLA_BEHIND_LOOPBACK', 'yes'],
  ])('%s=%s is refused by name, without its value', (name, value) => {
    const reading = () => readConfig({ ...good, [name]: value });
    expect(reading).toThrow(ConfigError);
    expect(reading).toThrow(`\n  ${name} `);
    if (value.includes('secret')) expect(reading).not.toThrow(/secret/);
  });

  test('all problems are told at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/NEO4J_PASSWORD[^]*PORT[^]*LOG_LEVEL/);
  });

  test.each(['::1', 'localhost'])('listens on %s without keys', (HOST) => {
    expect(readConfig({ ...good, HOST }).http.host).toBe(HOST);
  });

  test('listens beyond the loopback only when a publisher in front of it does not', () => {
    expect(readConfig({ ...good, HOST: '0.0.0.0', HUELLA_BEHIND_LOOPBACK: 'true' }).http.host).toBe('0.0.0.0');
  });
});
