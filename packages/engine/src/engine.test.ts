import { Linter } from 'eslint'
import * as ts from 'typescript'
import { applyEdits, combineFixes, createEngine, presetConfiguration, type Configuration } from './index.js'
import { describe, expect, it } from 'vitest'

/** A rule that names the type of each `probe(…)` argument, wants `debugger` gone and offers to rename `old`. */
const plugin = {
  meta: { name: '@palisade/eslint-plugin', version: '0.0.0' },
  configs: {
    recommended: [{ rules: { 'palisade/probe': 'error', 'palisade/no-debugger': 'warn' } }],
    strict: [{ rules: { 'palisade/probe': 'error', 'palisade/no-debugger': 'error' } }],
  },
  rules: {
    probe: {
      meta: {
        docs: { url: 'https://example.test/probe' },
        hasSuggestions: true,
        schema: [{ type: 'object', properties: { word: { type: 'string' } }, additionalProperties: false }],
        messages: { seen: 'Type is {{type}}.', unwrap: 'Unwrap it' },
      },
      create(context: any) {
        return {
          'CallExpression[callee.name="probe"]'(node: any) {
            const { services } = { services: context.sourceCode.parserServices }
            const [argument] = node.arguments
            const type = services?.program
              ? services.program.getTypeChecker().typeToString(services.getTypeAtLocation(argument))
              : 'unknown'
            context.report({
              node,
              messageId: 'seen',
              data: { type: context.options[0]?.word ?? type },
              suggest: [
                {
                  messageId: 'unwrap',
                  fix: (fixer: any) => fixer.replaceText(node, context.sourceCode.getText(argument)),
                },
              ],
            })
          },
          'Identifier[name="explode"]'() {
            throw new Error('a fault of the rule')
          },
        }
      },
    },
    'no-debugger': {
      meta: { fixable: 'code', schema: [], messages: { no: 'No debugger.' } },
      create: (context: any) => ({
        DebuggerStatement(node: any) {
          context.report({ node, messageId: 'no', fix: (fixer: any) => fixer.remove(node) })
        },
      }),
    },
  },
}

const base = '/project'
const recommended = () => presetConfiguration(plugin, {}, base)

function programOf(text: string, fileName = `${base}/a.ts`): { program: ts.Program; sourceFile: ts.SourceFile } {
  const host = ts.createCompilerHost({})
  const read = host.getSourceFile.bind(host)
  const sourceFile = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2022, true)
  host.getSourceFile = (name, options) => (name === fileName ? sourceFile : read(name, options))
  const program = ts.createProgram([fileName], { noLib: true, allowJs: true, target: ts.ScriptTarget.ES2022 }, host)
  return { program, sourceFile }
}

describe('the engine', () => {
  it('lints a plain text and says where, what and how heavy', () => {
    const engine = createEngine(plugin)
    const text = 'let a = 1\r\n  probe(a)\ndebugger'
    const result = engine.lint({ fileName: `${base}/a.ts`, text, configuration: recommended() })
    expect(result.outcome).toBe('linted')
    expect(result.diagnostics).toMatchObject([
      {
        rule: 'probe',
        ruleId: 'palisade/probe',
        severity: 'error',
        message: 'Type is unknown.',
        url: 'https://example.test/probe',
        range: { start: 13, end: 21, startLine: 2, startColumn: 3 },
        suggestions: [{ title: 'Unwrap it', edits: [{ start: 13, end: 21, newText: 'a' }] }],
      },
      { rule: 'no-debugger', severity: 'warning', fix: [{ start: 22, end: 30, newText: '' }] },
    ])
    expect(applyEdits(text, combineFixes(result.diagnostics))).toBe('let a = 1\r\n  probe(a)\n')
  })

  it("asks the host's own program for types, without parsing again", () => {
    const engine = createEngine(plugin)
    const { program, sourceFile } = programOf('const text = "x"\nprobe(text)')
    const request = { fileName: sourceFile.fileName, sourceFile, program, configuration: recommended() }
    expect(engine.lint(request).diagnostics).toMatchObject([{ message: 'Type is "x".' }])
  })

  it('uses no types where the configuration has none', () => {
    const engine = createEngine(plugin)
    const { program, sourceFile } = programOf('const text = "x"\nprobe(text)')
    const configuration: Configuration = { ...recommended(), types: false }
    const result = engine.lint({ fileName: sourceFile.fileName, sourceFile, program, configuration })
    expect(result.diagnostics).toMatchObject([{ message: 'Type is unknown.' }])
  })

  it('remembers an answer for the same tree, program and configuration, and for nothing else', () => {
    const engine = createEngine(plugin)
    const { program, sourceFile } = programOf('probe(1)')
    const configuration = recommended()
    const request = { fileName: sourceFile.fileName, sourceFile, program, configuration }
    const first = engine.lint(request)
    expect(engine.lint(request)).toBe(first)
    expect(engine.lint({ ...request, configuration: recommended() })).not.toBe(first)
    expect(engine.lint({ ...request, program: undefined })).not.toBe(first)
  })

  it('lets go of the last tree when it rests, and remembers what it found', () => {
    const engine = createEngine(plugin)
    const { program, sourceFile } = programOf('probe(1)')
    const request = { fileName: sourceFile.fileName, sourceFile, program, configuration: recommended() }
    const first = engine.lint(request)
    engine.rest()
    expect(engine.lint(request)).toBe(first)
    expect(engine.lint({ ...request, program: undefined }).diagnostics).toMatchObject([{ message: 'Type is unknown.' }])
  })

  it('honours disable comments, and says nothing of directives that concern other rules', () => {
    const engine = createEngine(plugin)
    const text = [
      'probe(1) // eslint-disable-line palisade/probe -- known',
      '/* eslint no-undef: 2, unknown/rule: 2 */',
      '// eslint-disable-next-line other/rule',
      'debugger',
    ].join('\n')
    const result = engine.lint({ fileName: `${base}/a.ts`, text, configuration: recommended() })
    expect(result.diagnostics.map((diagnostic) => diagnostic.rule)).toEqual(['no-debugger'])
  })

  it('gives the offsets of the text itself when it starts with a byte order mark', () => {
    const engine = createEngine(plugin)
    const text = '\uFEFFdebugger'
    const { program, sourceFile } = programOf(text)
    for (const request of [{ text }, { sourceFile, program }]) {
      const result = engine.lint({ fileName: `${base}/a.ts`, configuration: recommended(), ...request })
      expect(applyEdits(text, combineFixes(result.diagnostics))).toBe('\uFEFF')
    }
  })

  it('lints a file with a comment that ESLint no longer supports, as ESLint does', () => {
    const text = '/* eslint-env browser */\ndebugger'
    const result = createEngine(plugin).lint({ fileName: `${base}/a.js`, text, configuration: recommended() })
    expect(result).toMatchObject({ outcome: 'linted', diagnostics: [{ rule: 'no-debugger' }] })
  })

  it('does not parse a text that no enabled rule can concern', () => {
    const rule = { ...plugin.rules['no-debugger'], prefilter: (text: string) => text.includes('debugger') }
    const engine = createEngine({ ...plugin, rules: { ...plugin.rules, 'no-debugger': rule } })
    const configuration = presetConfiguration(plugin, { preset: 'none', rules: { 'no-debugger': 'error' } }, base)
    const lint = (text: string) => engine.lint({ fileName: `${base}/a.ts`, text, configuration }).outcome
    expect(lint('const =')).toBe('linted')
    expect(lint('debugger =')).toBe('unparsable')
    expect(lint('/* eslint palisade/probe: 2 */ const =')).toBe('unparsable')
  })

  it('stays quiet about a text with a syntax error, and says which', () => {
    const engine = createEngine(plugin)
    const result = engine.lint({ fileName: `${base}/a.ts`, text: 'probe(1)\nconst =', configuration: recommended() })
    expect(result).toMatchObject({ outcome: 'unparsable', diagnostics: [], problem: { line: 2 } })
  })

  it("reports a rule's fault and keeps the other rules' findings", () => {
    const engine = createEngine(plugin)
    const result = engine.lint({ fileName: `${base}/a.ts`, text: 'debugger; explode', configuration: recommended() })
    expect(result.diagnostics.map((diagnostic) => diagnostic.rule)).toEqual(['no-debugger'])
    expect(result.faults).toMatchObject([{ message: expect.stringContaining('a fault of the rule') }])
  })

  it('stops when nobody waits any more, also in the middle of a file', () => {
    const engine = createEngine(plugin)
    let asked = 0
    const cancellation = { isCancellationRequested: () => ++asked > 3 }
    const text = 'debugger; '.concat('function f() {} '.repeat(20))
    const result = engine.lint({ fileName: `${base}/a.ts`, text, configuration: recommended(), cancellation })
    expect(result).toMatchObject({ outcome: 'cancelled', diagnostics: [] })
  })

  it('lints a file outside the base path, and keeps away from what is excluded', () => {
    const engine = createEngine(plugin)
    const configuration = presetConfiguration(plugin, { exclude: ['generated/**'] }, base)
    const lint = (fileName: string) => engine.lint({ fileName, text: 'debugger', configuration })
    expect(lint('/elsewhere/a.ts').diagnostics).toHaveLength(1)
    expect(lint(`${base}/generated/a.ts`)).toMatchObject({ outcome: 'ignored', diagnostics: [] })
    expect(lint(`${base}/src/a.ts`).diagnostics).toHaveLength(1)
  })

  it('says what is wrong with options that a rule does not take', () => {
    const engine = createEngine(plugin)
    const configuration = presetConfiguration(plugin, { rules: { probe: ['error', { colour: 'red' }] } }, base)
    expect(engine.problemOf(configuration)).toContain('palisade/probe')
    expect(engine.lint({ fileName: `${base}/a.ts`, text: 'x', configuration }).outcome).toBe('misconfigured')
    expect(engine.problemOf(recommended())).toBeUndefined()
  })

  it("says the same as ESLint's own run of the same rules", () => {
    const text = 'let a = 1\nprobe(a)\nif (a) { debugger }\nprobe(2) // eslint-disable-line'
    const messages = new Linter({ cwd: base }).verify(
      text,
      [
        {
          files: ['**/*.js'],
          plugins: { palisade: plugin as never },
          rules: plugin.configs.recommended[0]!.rules as never,
        },
      ],
      { filename: `${base}/a.js` },
    )
    const { diagnostics } = createEngine(plugin).lint({ fileName: `${base}/a.js`, text, configuration: recommended() })
    expect(
      diagnostics.map(({ ruleId, range, message }) => [
        ruleId,
        range.startLine,
        range.startColumn,
        range.endColumn,
        message,
      ]),
    ).toEqual(messages.map((m) => [m.ruleId, m.line, m.column, m.endColumn, m.message]))
  })
})

describe('a preset with choices', () => {
  it('takes rules with and without the namespace', () => {
    const { entries } = presetConfiguration(plugin, { rules: { probe: 'off', 'palisade/no-debugger': 'error' } }, base)
    expect(entries.at(-1)?.rules).toEqual({ 'palisade/probe': 'off', 'palisade/no-debugger': 'error' })
  })

  it('refuses a preset and a rule that do not exist, naming those that do', () => {
    expect(() => presetConfiguration(plugin, { preset: 'recomended' }, base)).toThrow(/recommended, strict, none/)
    expect(() => presetConfiguration(plugin, { rules: { prob: 'off' } }, base)).toThrow(/"prob".*probe, no-debugger/)
  })
})
