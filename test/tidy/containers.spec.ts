import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from './support/project-files.js';

interface Service {
  image?: string;
  build?: string;
  ports: string[];
  environment: Record<string, string>;
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const compose = parse(read('docker-compose.yml')) as { services: Record<string, Service>; volumes: object };
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  test('runs the database and the service', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['huella', 'neo4j']);
  });

  test.each(services)('%s is published on the loopback only', (_, service) => {
    expect(service.ports.length).toBeGreaterThan(0);
    expect(service.ports.filter((port) => !/^127\.0\.0\.1:\$\{[A-Z0-9_]+:-\d+\}:\d+$/.test(port))).toEqual([]);
  });

  test.each(services)('%s comes from an image with a version, or from the Dockerfile', (_, service) => {
    expect(service.build ?? service.image).toMatch(/^\.$|^[\w./-]+:\d+\.\d+[\w.-]*$/);
  });

  test('no password has a default', () => {
    const passwords = services.flatMap(([, { environment }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|AUTH/.test(name)),
    );
    expect(passwords).toHaveLength(2);
    expect(passwords.filter(([, value]) => !/^(neo4j\/)?\$\{NEO4J_PASSWORD:\?[^}]+\}$/.test(value))).toEqual([]);
  });

  test('the data outlive their container', () => {
    expect(compose.services.neo4j?.volumes).toContain('neo4j-data:/data');
    expect(compose.volumes).toHaveProperty('neo4j-data');
  });

  test('the service waits for a healthy database and says who vouches for its address', () => {
    expect(compose.services.neo4j?.healthcheck?.test[0]).toBe('CMD-SHELL');
    expect(compose.services.huella?.depends_on?.neo4j?.condition).toBe('service_healthy');
    expect(compose.services.huella?.environment).toMatchObject({ HOST: '0.0.0.0', HUELLA_BEHIND_LOOPBACK: 'true' });
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  test('starts from images with a version', () => {
    const images = lines.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
    expect(images.length).toBeGreaterThan(0);
    expect(images.filter((image) => !/^node:\d+-[\w-]+$/.test(image))).toEqual([]);
  });

  test('runs as a user without rights, with a probe', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));
    expect(last).toContain('USER node');
    expect(last.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
  });

  test('copies only what the ignore file lets through', () => {
    const kept = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.length).toBeGreaterThan(0);
    expect(copied.filter((path) => !kept.includes(path))).toEqual([]);
  });
});
