import { createEngine, presetConfiguration, type Diagnostic, type Edit } from '@palisade/engine'
import palisade from '@palisade/eslint-plugin'
import * as parser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { install, type Installation } from './support/installation.js'
import { ParityProject } from './support/parity-project.js'

/** How many files of npm packages are compared. */
const packageFiles = Number(process.env['PALISADE_PARITY_FILES'] ?? 500)

const preset = 'strict'

const compilerOptions = {
  target: 'es2022',
  module: 'nodenext',
  strict: true,
  noEmit: true,
  allowJs: true,
  checkJs: false,
  jsx: 'preserve',
  types: [],
}

describe('ESLint, the engine and tsserver say the same', () => {
  let installed: Installation
  let project: ParityProject
  let expected: string[]

  beforeAll(async () => {
    installed = install({ typescript: 'typescript', rules: 'palisade' })
    project = new ParityProject(installed.folder)
    project.addExamples()
    project.addPages()
    project.addPractices()
    project.addPackages(packageFiles)
    const plugins = [{ name: '@palisade/typescript-plugin', preset }]
    const files = project.files.map((file) => relative(installed.folder, file))
    installed.write('tsconfig.json', JSON.stringify({ compilerOptions: { ...compilerOptions, plugins }, files }))
    expected = await eslintSays()
  }, 900_000)

  afterAll(() => installed.cleanUp())

  it('finds something to compare', () => {
    expect(project.files.length).toBeGreaterThan(packageFiles)
    // The examples, each rule's page, each practice and real code have something to compare.
    for (const [folder, least] of Object.entries({ examples: 20, pages: 50, practices: 20, packages: 20 }))
      expect(expected.filter((line) => line.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(least)
    expect(expected.filter((line) => line.includes(' | fix ')).length).toBeGreaterThan(10)
  })

  it('the engine, on a program of its host', () => {
    expect(engineSays()).toEqual(expected)
  }, 900_000)

  it('tsserver, with fixes and suggestions', async () => {
    expect(await tsserverSays()).toEqual(expected)
  }, 900_000)

  /** ESLint's own run, with types from typescript-eslint's project service. */
  async function eslintSays(): Promise<string[]> {
    const eslint = new ESLint({
      cwd: installed.folder,
      overrideConfigFile: true,
      overrideConfig: [
        { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'] },
        {
          languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: installed.folder } },
          linterOptions: { reportUnusedDisableDirectives: 'off' },
        },
        palisade.configs[preset],
      ],
    })
    const results = await eslint.lintFiles(project.files)
    const lines: string[] = []
    for (const { filePath, messages } of results) {
      const text = readFileSync(filePath, 'utf8')
      const at = offsets(text)
      for (const message of messages) {
        if (message.ruleId?.startsWith('palisade/') !== true) continue
        const start = at(message.line, message.column)
        const end = at(message.endLine ?? message.line, message.endColumn ?? message.column)
        const edit = (fix: { range: [number, number]; text: string }): Edit[] => [
          { start: fix.range[0], end: fix.range[1], newText: fix.text },
        ]
        lines.push(
          line(filePath, message.ruleId, message.severity === 2 ? 'error' : 'warning', start, end, message.message, [
            ...(message.fix ? [`fix ${edits(edit(message.fix))}`] : []),
            ...(message.suggestions ?? []).map(({ desc, fix }) => `${desc}: ${edits(edit(fix))}`),
          ]),
        )
      }
    }
    return lines.sort()
  }

  function engineSays(): string[] {
    const options = ts.parseJsonConfigFileContent({ compilerOptions, files: project.files }, ts.sys, installed.folder)
    const program = ts.createProgram(options.fileNames, options.options)
    const engine = createEngine(palisade)
    const configuration = presetConfiguration(palisade, { preset }, installed.folder)
    const lines: string[] = []
    for (const fileName of project.files) {
      const sourceFile = program.getSourceFile(fileName)
      const { diagnostics, faults } = engine.lint({ fileName, sourceFile, program, configuration })
      expect(faults).toEqual([])
      for (const diagnostic of diagnostics) lines.push(lineOf(fileName, diagnostic))
    }
    return lines.sort()
  }

  async function tsserverSays(): Promise<string[]> {
    const server = installed.server()
    const lines: string[] = []
    for (const file of project.files) {
      server.open(file)
      for (const diagnostic of await server.ours(file)) {
        const text = readFileSync(file, 'utf8')
        const at = offsets(text)
        const [, message, rule] = /^(.*) \((\S+)\)$/s.exec(diagnostic.text) ?? []
        const fixes = (await server.fixes(file, diagnostic)).filter(({ fixName }) =>
          /^palisade:(?!disable)/.test(fixName),
        )
        const own = fixes.filter(({ fixName }) => fixName.startsWith(`palisade:${rule?.replace(/^.*\//, '')}`))
        lines.push(
          line(
            file,
            rule ?? '',
            diagnostic.category,
            at(diagnostic.start.line, diagnostic.start.offset),
            at(diagnostic.end.line, diagnostic.end.offset),
            message ?? '',
            own.map((fix) => {
              const changes = fix.changes.flatMap(({ textChanges }) => textChanges)
              const title = fix.fixId === undefined ? `${fix.description}:` : 'fix'
              const edit = changes.map(({ start, end, newText }) => ({
                start: at(start.line, start.offset),
                end: at(end.line, end.offset),
                newText,
              }))
              return `${title} ${edits(edit)}`
            }),
          ),
        )
      }
      server.close(file)
    }
    expect(server.pluginLog()).toBe('')
    return lines.sort()
  }

  function lineOf(fileName: string, diagnostic: Diagnostic): string {
    const { ruleId, severity, range, message, fix, suggestions } = diagnostic
    return line(fileName, ruleId, severity, range.start, range.end, message, [
      ...(fix ? [`fix ${edits(fix)}`] : []),
      ...suggestions.map((suggestion) => `${suggestion.title}: ${edits(suggestion.edits)}`),
    ])
  }

  function line(
    file: string,
    rule: string,
    severity: string,
    start: number,
    end: number,
    message: string,
    changes: string[],
  ): string {
    return [relative(installed.folder, file), rule, severity, `${start}-${end}`, message, ...changes].join(' | ')
  }
})

function edits(list: readonly Edit[]): string {
  return list.map(({ start, end, newText }) => `${start}-${end} ${JSON.stringify(newText)}`).join(' ')
}

function offsets(text: string): (line: number, column: number) => number {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length)
  return (line, column) => (starts[line - 1] ?? text.length) + column - 1
}
