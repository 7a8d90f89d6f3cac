import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Limits of docs/ARCHITECTURE.md. The length of a test's functions is the tidy test's business: it knows `describe`. */
const sizes = {
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', 60],
  'max-params': ['error', 5],
};

/** From `strict`, what catches defects rather than taste. */
const strict = {
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-deprecated': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-unnecessary-type-arguments': 'error',
  '@typescript-eslint/prefer-readonly': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  'no-eval': 'error',
  'no-param-reassign': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  eqeqeq: 'error',
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.huella/', 'node_modules/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: strict,
  },
  {
    // Nest finds classes by what decorators record: an import only used as a type would leave nothing behind.
    files: ['src/**/*.ts'],
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: { ...sizes, 'no-console': 'error' },
  },
  { files: ['src/cli/**/*.ts', 'src/schema.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts', '**/*.spec.ts'],
    rules: { 'max-lines': sizes['max-lines'], 'max-lines-per-function': 'off' },
  },
  {
    // Plain Node; its types are checked by tsc from JSDoc.
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: globalsOfNode() },
    rules: { ...sizes, 'prefer-const': 'error', eqeqeq: 'error' },
  },
);

/** @returns {Record<string, 'readonly'>} what scripts may use without an import */
function globalsOfNode() {
  const names = ['process', 'console', 'Buffer', 'URL', 'fetch', 'AbortSignal', 'AbortController', 'NodeJS', 'module'];
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'SharedArrayBuffer', 'Atomics'];
  return Object.fromEntries([...names, ...timers].map((name) => [name, 'readonly']));
}
