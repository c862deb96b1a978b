import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Linter as EslintLinter, SourceCode as EslintSourceCode } from 'eslint'

/** The part of ESLint's array of configurations that is used here. */
export interface FlatConfigArray extends Array<unknown> {
  normalizeSync(): this
  getConfig(file: string): EslintLinter.Config | undefined
  isFileIgnored(file: string): boolean
}

/**
 * ESLint's linter, its source code class and its array of configurations, without the command line around them.
 * The first two are public; the third is not exported, and without it each file would build its configuration anew.
 * The bundle replaces this module by one that imports the same files, so that nothing else of ESLint is loaded.
 */
const require = createRequire(import.meta.url)
const folder = dirname(require.resolve('eslint/package.json'))

export const { Linter } = require('eslint/universal') as { Linter: typeof EslintLinter }
export const { SourceCode } = require(join(folder, 'lib/languages/js/source-code')) as {
  SourceCode: typeof EslintSourceCode
}
export const { FlatConfigArray } = require(join(folder, 'lib/config/flat-config-array.js')) as {
  FlatConfigArray: new (configs: readonly unknown[], options: { basePath: string }) => FlatConfigArray
}
