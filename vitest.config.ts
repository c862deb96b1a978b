import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Workspace packages are tested from source, so a test run needs no build. */
const source = (name: string) => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url))

/** With `PALISADE_TEST_REPORT=FILE` a run also leaves its counts there, for the closing line of the CI run. */
export const reporters = process.env['PALISADE_TEST_REPORT']
  ? ['default', ['json', { outputFile: process.env['PALISADE_TEST_REPORT'] }] as ['json', { outputFile: string }]]
  : ['default']

export default defineConfig({
  resolve: {
    alias: {
      '@palisade/analysis': source('analysis'),
      '@palisade/eslint-plugin': source('eslint-plugin'),
      '@palisade/engine': source('engine'),
    },
  },
  test: {
    globals: true,
    include: ['packages/*/src/**/*.test.ts', 'benchmarks/**/*.test.ts', 'docs/tools/*.test.ts', 'examples/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'packages/host-tests/**'],
    testTimeout: 30_000,
    reporters,
  },
})
