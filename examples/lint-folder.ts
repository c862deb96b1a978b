import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as typescriptParser from '@typescript-eslint/parser'
import { ESLint, type Linter } from 'eslint'

/** One report, as people read it. */
export interface Finding {
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly message: string
}

/** The findings of one file, by its path from the linted folder. */
export interface FileFindings {
  readonly file: string
  readonly findings: readonly Finding[]
}

/** What a run over a folder found, and how much it read. */
export interface FolderFindings {
  readonly files: readonly FileFindings[]
  /** How many files were linted, findings or not. */
  readonly fileCount: number
  readonly lineCount: number
}

const sources = ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}']

/**
 * Lints every JavaScript and TypeScript file below a folder (or one file) with Palisade alone, whatever configuration the
 * folder has of its own. `node_modules`, build output and minified files are left out.
 *
 * @param target the folder or file
 * @param plugin the plugin to lint with
 * @param config the name of its config
 * @param ignores patterns of files to leave out besides
 */
export async function lintFolder(
  target: string,
  plugin: ESLint.Plugin,
  config: 'recommended' | 'strict',
  ignores: readonly string[] = [],
): Promise<FolderFindings> {
  const isFile = path.extname(target) !== '' && (await isReadableFile(target))
  const folder = isFile ? path.dirname(target) : target
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    errorOnUnmatchedPattern: false,
    overrideConfig: [
      {
        ignores: [
          '**/{dist,build,out,coverage,.next,.nuxt,.output,vendor}/',
          '**/*.min.*',
          '**/*.d.{ts,mts,cts}',
          ...ignores,
        ],
      },
      { linterOptions: { reportUnusedDisableDirectives: 'off' } },
      {
        files: sources,
        plugins: { palisade: plugin },
        languageOptions: {
          parser: typescriptParser as unknown as Linter.Parser,
          parserOptions: { ecmaFeatures: { jsx: true } },
        },
        rules: rulesOf(plugin, config),
      },
    ],
  })
  const results = await eslint.lintFiles(isFile ? [path.basename(target)] : ['.'])
  let lineCount = 0
  const files: FileFindings[] = []
  for (const result of results) {
    lineCount += countLines(result.source ?? (await readFile(result.filePath, 'utf8')))
    const findings = result.messages.filter(isOurs).map(({ line, column, ruleId, message }) => ({
      line: line ?? 1,
      column: column ?? 1,
      rule: ruleId ?? 'parse error',
      message,
    }))
    const file = path.relative(folder, result.filePath).replaceAll('\\', '/')
    if (findings.length > 0) files.push({ file, findings })
  }
  return { files, fileCount: results.length, lineCount }
}

/** Prints findings grouped by file. */
export function printFindings({ files }: FolderFindings, options: { readonly color?: boolean } = {}): string {
  const paint = (code: string, text: string) => (options.color ? `\u001b[${code}m${text}\u001b[0m` : text)
  return files
    .map(({ file, findings }) => {
      const rows = findings.map(({ line, column, rule, message }) => {
        const place = `${line}:${column}`.padStart(8)
        return `${paint('2', place)}  ${paint('33', rule)}\n          ${message}`
      })
      return `${paint('4', file)}\n${rows.join('\n')}\n`
    })
    .join('\n')
}

function rulesOf(plugin: ESLint.Plugin, config: string): Linter.RulesRecord {
  const parts = [plugin.configs?.[config] ?? []].flat() as Linter.Config[]
  return Object.assign({}, ...parts.map(({ rules }) => rules ?? {})) as Linter.RulesRecord
}

/** A project's comments may name rules that are not loaded here; what ESLint says about that is not a finding. */
function isOurs({ ruleId, fatal }: Linter.LintMessage): boolean {
  return fatal === true || ruleId?.startsWith('palisade/') === true
}

async function isReadableFile(target: string): Promise<boolean> {
  return readFile(target).then(
    () => true,
    () => false,
  )
}

function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}
