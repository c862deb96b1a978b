import js from '@eslint/js'
// By path: npm, with which pre-commit installs this repository, knows no workspace packages.
import palisade from './packages/eslint-plugin/dist/index.js'
import eslintPlugin from 'eslint-plugin-eslint-plugin'
import node from 'eslint-plugin-n'
import regexp from 'eslint-plugin-regexp'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

const tests = ['**/*.test.ts', '**/test/**', '**/fixtures/**', 'packages/host-tests/**']

export default defineConfig([
  // The examples hold mistakes on purpose; fixtures are input.
  globalIgnores([
    '**/dist/',
    'packages/*/bundle*/',
    'benchmarks/.local/',
    '**/coverage/',
    'examples/*/',
    '**/fixtures/',
  ]),
  js.configs.recommended,
  typescript.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly' } },
    plugins: { n: node },
    rules: {
      'n/prefer-node-protocol': 'error',
      'n/no-deprecated-api': 'error',
      'n/no-unsupported-features/node-builtins': [
        'error',
        { ignores: ['fs.cpSync', 'test.describe', 'fetch', 'Response', 'Request'] },
      ],
      // tsc does these, with types.
      'no-undef': 'off',
      'no-redeclare': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['packages/eslint-plugin/src/rules/**'],
    ignores: tests,
    extends: [eslintPlugin.configs.recommended],
    // `createRule` adds both.
    rules: { 'eslint-plugin/require-meta-type': 'off', 'eslint-plugin/require-meta-schema': 'off' },
  },
  // CommonJS on purpose: tsserver loads the plugin with `require`.
  { files: ['**/*.{cts,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: tests, rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  {
    // What code means is asked without a compiler: an editor brings its own, oxlint has none.
    files: ['packages/analysis/src/**', 'packages/eslint-plugin/src/**'],
    ignores: tests,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'typescript', allowTypeImports: true, message: 'Ask packages/analysis/src/types instead.' }],
          patterns: [{ group: ['@palisade/engine', '@palisade/cli'], message: 'Imports run the other way.' }],
        },
      ],
    },
  },
  {
    files: ['packages/analysis/src/**'],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@palisade/*', 'eslint', 'eslint/*'], message: 'The analysis knows no linter.' }] },
      ],
    },
  },
  {
    // Facts are written as their sources write them, one alternative a fact; token patterns have a grammar without flags.
    files: [
      'packages/analysis/src/catalogs/**',
      'packages/analysis/src/text/**',
      'packages/eslint-plugin/src/rules/no-hardcoded-secrets/**',
    ],
    rules: {
      'regexp/use-ignore-case': 'off',
      'regexp/prefer-range': 'off',
      'regexp/prefer-w': 'off',
      'regexp/prefer-character-class': 'off',
      'regexp/no-dupe-disjunctions': 'off',
      'regexp/no-dupe-characters-character-class': 'off',
      'regexp/optimal-quantifier-concatenation': 'off',
    },
  },
  palisade.configs.recommended,
  {
    // Cases of made-up credentials, and commands that the rules look for, are what these files are about.
    files: ['packages/analysis/src/text/*.test.ts', 'packages/eslint-plugin/src/rules/no-hardcoded-secrets/*.test.ts'],
    rules: { 'palisade/no-hardcoded-secrets': 'off' },
  },
  {
    files: ['packages/analysis/src/catalogs/insecure-commands.ts'],
    rules: { 'palisade/no-insecure-tls': 'off' },
  },
])
