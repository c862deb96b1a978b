import path from 'node:path'
import plugin from '@palisade/eslint-plugin'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'

const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`palisade/${name}`, 'error' as const]))

/** What came of linting a text: nothing to say, a text the parser refuses, or the first lines of what a rule threw. */
export type Outcome = 'linted' | 'unreadable' | { readonly threw: string }

/**
 * Lints a text with all rules and says whether one threw.
 *
 * @param text any text
 * @param filename decides the syntax, as in a project
 */
export function lintSafely(text: string, filename: string): Outcome {
  // A package's files are linted as if they were the project's own: ESLint leaves out what lies below node_modules.
  const linted = path.join(
    '/project',
    path.relative(path.parse(filename).root, filename).replaceAll('node_modules', 'packages'),
  )
  const linter = new Linter({ cwd: '/project' })
  const entries = { ...rules, ...plugin.configs.strict.rules }
  const config = (languageOptions: Linter.LanguageOptions): Linter.Config[] => [
    {
      files: ['**/*.*'],
      plugins: { palisade: plugin },
      languageOptions,
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
      rules: entries,
    },
  ]
  const isTypeScript = /\.[cm]?tsx?$/.test(filename)
  const ecmaFeatures = { jsx: !/\.[cm]?ts$/.test(filename) }
  const choices: Linter.LanguageOptions[] = isTypeScript
    ? [{ parser: typescriptParser as unknown as Linter.Parser, parserOptions: { ecmaFeatures } }]
    : (['module', 'commonjs', 'script'] as const).map((sourceType) => ({ sourceType, parserOptions: { ecmaFeatures } }))
  try {
    for (const choice of choices) {
      const messages = linter.verify(text, config(choice), { filename: linted })
      const refused = messages.some(({ fatal, message }) => fatal || message.startsWith('No matching configuration'))
      if (!refused) return 'linted'
    }
    return 'unreadable'
  } catch (error) {
    return {
      threw: (error instanceof Error ? (error.stack ?? error.message) : String(error))
        .split('\n')
        .slice(0, 6)
        .join('\n'),
    }
  }
}
