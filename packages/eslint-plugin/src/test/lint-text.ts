import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'

/**
 * Lints a text with one rule, without types, as most projects do. For tables of cases: `RuleTester` tells every case its
 * own story, a table tells what all its rows have in common.
 *
 * @param rule the rule.
 * @param code TypeScript, with JSX where the name of the file says so.
 * @param settings the file's name and the rule's options.
 * @returns the messages, in source order.
 * @throws Error when the code can't be parsed.
 */
export function lintText(
  rule: unknown,
  code: string,
  { filename = 'file.ts', options = {} }: { filename?: string | undefined; options?: object | undefined } = {},
): Linter.LintMessage[] {
  const messages = new Linter().verify(
    code,
    [
      {
        files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { palisade: { rules: { rule: rule as never } } },
        rules: { 'palisade/rule': ['error', options] },
      },
    ],
    { filename },
  )
  const fatal = messages.find((message) => message.fatal || message.ruleId === null)
  if (fatal) throw new Error(`${fatal.message} in ${code}`)
  return messages
}
