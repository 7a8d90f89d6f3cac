/** ESM Jest over swc. `npm test` runs the projects; the integration project asks for the Neo4j that it provides. */
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
      module: { type: 'es6' },
    },
  ],
};

const base = {
  transform,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Its CommonJS build is the same code; the other one imports JSON in a way that Jest warns of, line after line.
    '^libphonenumber-js/max$': '<rootDir>/node_modules/libphonenumber-js/max/index.cjs',
  },
};

const unit = {
  ...base,
  displayName: 'unit',
  testMatch: [
    '<rootDir>/src/**/*.spec.ts',
    '<rootDir>/scripts/**/*.spec.mjs',
    '<rootDir>/test/property/**/*.spec.ts',
    '<rootDir>/test/tidy/**/*.spec.ts',
  ],
};

const integration = {
  ...base,
  displayName: 'integration',
  testMatch: [
    '<rootDir>/test/integration/**/*.spec.ts',
    '<rootDir>/test/graphql/**/*.spec.ts',
    '<rootDir>/test/scenarios/**/*.spec.ts',
    '<rootDir>/test/support/**/*.spec.ts',
  ],
  globalSetup: '<rootDir>/test/support/neo4j/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/neo4j/global-teardown.mjs',
};

export default { projects: [unit, integration] };
