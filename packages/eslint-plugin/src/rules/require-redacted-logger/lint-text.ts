import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { requireRedactedLogger } from './rule.js'
import type { Options } from './options.js'

/** One report as tests compare it. */
export interface TextReport {
  /** `2 logged password`: line, message id, and the text that is marked. */
  at: string
  message: string
  /** The whole text after each suggestion, by the suggestion's message id. */
  suggestions: Record<string, string>
}

interface LintSettings {
  options?: Options
  filename?: string
  settings?: Record<string, unknown>
}

/**
 * Lints a text with this rule alone, as most projects do: TypeScript's syntax, no type information.
 *
 * @param text the text.
 * @param settings the rule's options, the file's name, `settings.palisade`.
 */
export function lintText(
  text: string,
  { options = {}, filename = 'src/app.ts', settings = {} }: LintSettings = {},
): TextReport[] {
  const messages = new Linter(isAbsolute(filename) ? { cwd: dirname(filename) } : {}).verify(
    text,
    [
      {
        files: ['**/*.ts', '**/*.tsx', '**/*.js'],
        languageOptions: { parser: parser as Linter.Parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { palisade: { rules: { 'require-redacted-logger': requireRedactedLogger as never } } },
        rules: { 'palisade/require-redacted-logger': ['error', options] },
        settings: { palisade: settings },
      },
    ],
    { filename },
  )
  const starts = [0]
  for (const [at, char] of [...text].entries()) if (char === '\n') starts.push(at + 1)
  const offset = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1
  return messages.map((message) => {
    const marked = text.slice(
      offset(message.line, message.column),
      offset(message.endLine ?? message.line, message.endColumn ?? message.column),
    )
    return {
      at: `${message.line} ${message.messageId ?? 'fatal'} ${marked.split('\n')[0]!.slice(0, 40)}`,
      message: message.message,
      suggestions: Object.fromEntries(
        (message.suggestions ?? []).map((one) => [
          one.messageId ?? '',
          text.slice(0, one.fix.range[0]) + one.fix.text + text.slice(one.fix.range[1]),
        ]),
      ),
    }
  })
}

/** Only where and what, for tables of cases. */
export function reportsOf(text: string, settings?: LintSettings): string[] {
  return lintText(text, settings).map((one) => one.at)
}

/**
 * The lines of a text that are reported.
 *
 * @param text the text.
 * @param settings as for `lintText`.
 */
export function reportedLines(text: string, settings?: LintSettings): string[] {
  const lines = text.split('\n')
  return [...new Set(reportsOf(text, settings).map((one) => Number.parseInt(one, 10)))].map((line) => lines[line - 1]!)
}

/**
 * The lines of a text that end in `// leak`.
 *
 * @param text the text.
 */
export function markedLines(text: string): string[] {
  return text.split('\n').filter((line) => line.endsWith('// leak'))
}

/**
 * Suggestions that leave a text that doesn't parse, or that is reported as before.
 *
 * @param text the text.
 * @param settings as for `lintText`.
 */
export function idleSuggestions(text: string, settings?: LintSettings): string[] {
  const before = lintText(text, settings)
  return before.flatMap(({ at, suggestions }) =>
    Object.entries(suggestions).flatMap(([id, after]) => {
      const left = reportsOf(after, settings)
      return left.length < before.length && !left.some((one) => one.includes(' fatal ')) ? [] : [`${at}: ${id}`]
    }),
  )
}

/**
 * Writes a project's files to a folder and lints its `app.ts`, without type information.
 *
 * @param root the folder.
 * @param files the files' texts by their names.
 */
export function reportsOfProject(root: string, files: Readonly<Record<string, string>>): string[] {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return reportsOf(files['app.ts']!, { filename: join(root, 'app.ts') })
}
