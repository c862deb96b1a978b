import path from 'node:path'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { type CodeBlock, writeOutTokens } from './code-blocks.js'
import { plugin } from './plugin.js'

/**
 * Lints one code block with one rule, as the config that the block names sets it (or switched on by itself).
 *
 * @returns the messages, parse errors among them
 */
export function lintBlock(block: CodeBlock, rule: string): Linter.LintMessage[] {
  const entries = [plugin.configs?.[block.config] ?? []]
    .flat()
    .map((part) => (part as Linter.Config).rules?.[`palisade/${rule}`])
  const entry = entries.findLast((candidate) => candidate !== undefined) ?? 'error'
  // Pages speak of a project of their own, wherever this repository is checked out.
  const linter = new Linter({ configType: 'flat', cwd: '/project' })
  return linter.verify(
    writeOutTokens(block.code),
    [
      {
        files: ['**/*.*'],
        plugins: { palisade: plugin },
        languageOptions: {
          parser: typescriptParser as unknown as Linter.Parser,
          parserOptions: { ecmaFeatures: { jsx: block.language.endsWith('x') } },
        },
        settings: block.settings ? { palisade: block.settings } : {},
        rules: { [`palisade/${rule}`]: block.options === undefined ? entry : ['error', block.options] },
      },
    ] as Linter.Config[],
    { filename: path.join('/project', block.filename) },
  )
}
