/**
 * Lints the files of one package, in a process of its own: the parent hands over chunks of files and gets findings back.
 * A rule that throws is a finding about us, so it is reported and the run goes on.
 */
import path from 'node:path'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import type { Finding } from './findings.js'
import { countLines, corpusFolder, readableText } from './packages.js'
import { plugin } from './plugin.js'

/** What the parent asks for. */
export interface Job {
  readonly package: string
  /** The package's folder inside the corpus. */
  readonly folder: string
  readonly files: readonly string[]
  /** Rule entries without the `palisade/` prefix. */
  readonly rules: Linter.RulesRecord
}

/** What the worker answers. */
export interface JobResult {
  readonly findings: Finding[]
  readonly files: number
  readonly lines: number
  /** Files that neither parser could read, or that hold a minified text. */
  readonly skipped: number
  /** Rules that threw: file, and the error's first lines. */
  readonly crashes: { file: string; error: string }[]
  /** Milliseconds by rule; `parse` is the parser's share. */
  readonly times: Record<string, number>
  /** The slowest file of each rule. */
  readonly slowest: Record<string, { file: string; milliseconds: number }>
}

const typescriptName = /\.[cm]?tsx?$/

process.on('message', (job: Job) => {
  process.send?.(lintChunk(job))
})

function lintChunk(job: Job): JobResult {
  const result = {
    findings: [] as Finding[],
    files: 0,
    lines: 0,
    skipped: 0,
    crashes: [] as JobResult['crashes'],
    times: {} as Record<string, number>,
    slowest: {} as JobResult['slowest'],
  }
  const linter = new Linter({ cwd: corpusFolder() })
  const rules = Object.fromEntries(Object.entries(job.rules).map(([name, entry]) => [`palisade/${name}`, entry]))
  for (const file of job.files) {
    const text = readableText(path.join(corpusFolder(), job.folder, file))
    if (text === undefined) {
      result.skipped++
      continue
    }
    const filename = path.join(corpusFolder(), job.folder, file)
    let messages: Linter.LintMessage[]
    try {
      messages = verify(linter, text, filename, rules)
    } catch (error) {
      result.crashes.push({ file, error: firstLines(error) })
      continue
    }
    // ESLint says so, and goes on, where no `files` pattern speaks of a file: it would look like "no findings".
    if (messages.some(({ message }) => message.startsWith('No matching configuration')))
      throw new Error(`${filename} is linted by no configuration`)
    if (messages.some((message) => message.fatal)) {
      result.skipped++
      continue
    }
    result.files++
    result.lines += countLines(text)
    for (const message of messages) {
      if (message.ruleId === null) continue
      result.findings.push({
        package: job.package,
        file,
        line: message.line,
        column: message.column,
        rule: message.ruleId.replace('palisade/', ''),
        message: message.message,
      })
    }
    addTimes(result, linter, file)
  }
  return result
}

function verify(linter: Linter, text: string, filename: string, rules: Linter.RulesRecord): Linter.LintMessage[] {
  const configFor = (languageOptions: Linter.LanguageOptions): Linter.Config[] => [
    {
      files: ['**/*.*'],
      plugins: { palisade: plugin },
      languageOptions,
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
      rules,
    },
  ]
  // Only `verifyAndFix` keeps times; it is told to fix nothing.
  const options = { filename, stats: true, fix: false } as Linter.FixOptions
  const lint = (config: Linter.Config[]) => linter.verifyAndFix(text, config, options).messages
  if (typescriptName.test(filename)) {
    const parser = typescriptParser as unknown as Linter.Parser
    const jsx = filename.endsWith('x')
    return lint(configFor({ parser, parserOptions: { ecmaFeatures: { jsx } } }))
  }
  const jsx = { parserOptions: { ecmaFeatures: { jsx: true } } }
  const asModule = !filename.endsWith('.cjs') && (filename.endsWith('.mjs') || /^\s*(?:import|export)\b/m.test(text))
  const first = lint(configFor({ ...jsx, sourceType: asModule ? 'module' : 'commonjs' }))
  if (!first.some((message) => message.fatal)) return first
  return lint(configFor({ ...jsx, sourceType: asModule ? 'commonjs' : 'module' }))
}

function addTimes(
  result: { times: Record<string, number>; slowest: JobResult['slowest'] },
  linter: Linter,
  file: string,
): void {
  const times = linter.getTimes() as { passes: PassTimes[] } | undefined
  for (const pass of times?.passes ?? []) {
    result.times['parse'] = (result.times['parse'] ?? 0) + (pass.parse?.total ?? 0)
    for (const [rule, { total }] of Object.entries(pass.rules ?? {})) {
      const name = rule.replace('palisade/', '')
      result.times[name] = (result.times[name] ?? 0) + total
      if (total > (result.slowest[name]?.milliseconds ?? 0)) result.slowest[name] = { file, milliseconds: total }
    }
  }
}

interface PassTimes {
  readonly parse?: { readonly total: number }
  readonly rules?: Record<string, { readonly total: number }>
}

function firstLines(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return text.split('\n').slice(0, 8).join('\n')
}
