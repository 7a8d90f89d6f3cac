/** The rules of docs/ARCHITECTURE.md that are about who may import whom. */

/** What is decided without Nest, a database, a clock or a file. */
const PURE = '^src/(kernel|identifiers|attributes|identity/resolution|profile/golden)/';
/** Parts of Node.js that compute and nothing else. */
const PURE_NODE = '^(node:)?(assert|buffer|crypto|url|util)(/|$)';
/** What every feature may use; the rest of another feature is private to it. */
const SHARED =
  '^src/(kernel|graph|graphql|identifiers|attributes|identity/(policy|records|resolution/persons)|brands/(inventory|show-inventory)|config|observability|auth)(/|[.]ts$)';
const PUBLIC = '[.](service|types|module)[.]ts$';
const TESTS = '[.]spec[.](ts|mjs)$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-means-pure',
      comment: 'The resolver and what it stands on import no framework, no driver and no I/O.',
      severity: 'error',
      from: { path: PURE, pathNot: TESTS },
      to: {
        path: [
          '@nestjs/',
          'neo4j-driver',
          '^src/(?!kernel/|identifiers/|attributes/|identity/(resolution|policy)/|profile/(golden|policy)/)',
          'policy/load',
        ],
      },
    },
    {
      name: 'pure-without-io',
      severity: 'error',
      from: { path: PURE, pathNot: TESTS },
      to: { dependencyTypes: ['core'], pathNot: PURE_NODE },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: TESTS },
      to: { path: '^src/(?!kernel/)' },
    },
    {
      name: 'attributes-know-no-resolution',
      comment:
        'They share how names are folded and compared, and nothing else, with the resolver, which does not know them.',
      severity: 'error',
      from: { path: '^src/attributes/', pathNot: TESTS },
      to: { path: '^src/identity/(?!resolution/persons/)' },
    },
    {
      name: 'resolution-knows-no-attributes',
      severity: 'error',
      from: { path: '^src/(identifiers|identity/resolution)/', pathNot: TESTS },
      to: { path: '^src/attributes/' },
    },
    {
      name: 'identifiers-know-no-identity',
      severity: 'error',
      from: { path: '^src/identifiers/', pathNot: TESTS },
      to: { path: '^src/identity/resolution/' },
    },
    {
      name: 'one-importer-of-the-driver',
      severity: 'error',
      from: { pathNot: '^(src/graph|test/support/neo4j)/' },
      to: { path: 'neo4j-driver' },
    },
    {
      name: 'across-features-by-service',
      comment:
        'Across features import only x.service.ts and x.types.ts (and x.module.ts, which Nest needs). The command line puts pure parts of several features together, as main.ts does with modules.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: [TESTS, '^src/cli/'] },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', SHARED, PUBLIC] },
    },
    {
      name: 'no-forward-way-out',
      comment: 'The product does not know its tests, benches and scripts.',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'no-development-dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'The bench runs the build, which a fresh clone does not have yet.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^([.]/)?([.][.]/)*dist/' },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, pathNot: [TESTS, '[.]d[.]ts$', '^src/(main|schema)[.]ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
