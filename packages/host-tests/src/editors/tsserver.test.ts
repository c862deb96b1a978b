import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type ts from 'typescript'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { install, typescripts, type Installation } from './support/installation.js'
import { applyFix, type TsServer, type WireDiagnostic } from './support/tsserver.js'

const require = createRequire(import.meta.url)

const plugin = { name: '@palisade/typescript-plugin' }

const tsconfig = (compilerOptions: object = {}, rest: object = {}): string =>
  JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      strict: true,
      noEmit: true,
      allowJs: true,
      jsx: 'preserve',
      types: [],
      plugins: [plugin],
      ...compilerOptions,
    },
    ...rest,
  })

const texts = (diagnostics: { text: string }[]): string[] => diagnostics.map(({ text }) => text.replace(/ \(.*\)$/, ''))

const declareProbe = 'declare function probe(x: unknown): void\n'

describe.each(Object.entries(typescripts))('tsserver of TypeScript %s', (_version, typescript) => {
  let installed: Installation
  let server: TsServer
  let folders = 0
  let folder = ''

  /** Writes a file of the test's own project. */
  const write = (name: string, text: string): string => installed.write(`${folder}/${name}`, text)

  beforeAll(() => {
    installed = install({ typescript, rules: 'probe' })
    installed.link('eslint')
    installed.link('@typescript-eslint/parser')
  })

  beforeEach(() => {
    folder = `project-${++folders}`
    server = installed.server()
  })

  afterEach(() => server.stop())

  afterAll(() => installed.cleanUp())

  it('shows findings with code, source, severity, page and types', async () => {
    write('tsconfig.json', tsconfig())
    const file = write('a.ts', `${declareProbe}const a = Promise.resolve(1)\nprobe(a)\ndebugger\n`)
    server.open(file)
    expect(await server.ours(file)).toMatchObject([
      {
        start: { line: 3, offset: 1 },
        end: { line: 3, offset: 9 },
        text: 'The type is Promise<number>. (palisade/probe)',
        code: 887000,
        category: 'error',
        relatedInformation: [{ message: 'Why and how: https://example.test/rules/probe' }],
      },
      { start: { line: 4, offset: 1 }, text: 'No debugger. (palisade/no-debugger)', category: 'warning' },
    ])
    expect(server.pluginLog()).toBe('')
  })

  it("leaves TypeScript's own diagnostics and fixes as they are", async () => {
    write('tsconfig.json', tsconfig())
    const file = write('a.ts', 'const missing: number = "x"\nclass A { a() { return this.b } }\ndebugger\n')
    server.open(file)
    const all = await server.geterr(file)
    expect(all.filter(({ source }) => source !== 'palisade').map(({ code }) => code)).toEqual([2322, 2339])
    const fixes = await server.fixes(
      file,
      all.find(({ code }) => code === 2339)!,
    )
    expect(fixes.map(({ fixName }) => fixName)).toContain('fixMissingMember')
  })

  it('lints JavaScript and TypeScript, scripts and modules, with and without JSX', async () => {
    write('tsconfig.json', tsconfig())
    // All are there before the first is opened: a server that watches its folder late would take the others for strays.
    const files = [
      ['a.js', 'probe("x")'],
      ['b.mjs', 'export const a = 1; probe(a)'],
      ['c.cjs', 'const a = 1; module.exports = probe(a)'],
      ['d.jsx', 'export const a = <p>{probe("x")}</p>'],
      ['e.tsx', 'export const a = <p>{probe("x")}</p>'],
      ['f.mts', 'export const a: string = "x"; probe(a)'],
      ['g.cts', 'const a: string = "x"; probe(a); export = a'],
    ].map(([name = '', text = '']) => ({ name, file: write(name, text) }))
    const found: Record<string, string[]> = {}
    for (const { name, file } of files) {
      server.open(file)
      found[name] = texts(await server.ours(file))
    }
    expect(found).toEqual({
      'a.js': ['The type is "x".'],
      'b.mjs': ['The type is 1.'],
      'c.cjs': ['The type is 1.'],
      'd.jsx': ['The type is "x".'],
      'e.tsx': ['The type is "x".'],
      'f.mts': ['The type is string.'],
      'g.cts': ['The type is string.'],
    })
  })

  it('offers suggestions, fixes, fix all and comments that need a reason, and they apply', async () => {
    write('tsconfig.json', tsconfig())
    const text = `${declareProbe}export function f() {\n  probe(1)\n  debugger; debugger\n}\n`
    const file = write('a.ts', text)
    server.open(file)
    const [seen, first, second] = await server.ours(file)
    const forProbe = await server.fixes(file, seen!)
    expect(forProbe.map(({ description }) => description)).toEqual([
      'Unwrap it',
      'Disable palisade/probe for this line, with a reason',
      'Disable palisade/probe for this file, with a reason',
    ])
    expect(applyFix(text, forProbe[0]!)).toContain('  1\n')
    for (const silenced of [applyFix(text, forProbe[1]!), applyFix(text, forProbe[2]!)]) {
      expect(silenced).toContain(' -- ')
      server.replace(file, silenced)
      expect(texts(await server.ours(file))).toEqual(['No debugger.', 'No debugger.'])
    }
    server.replace(file, text)
    await server.ours(file)
    const [fix] = await server.fixes(file, first!)
    expect(applyFix(text, fix!)).toBe(text.replace('debugger; debugger', ' debugger'))
    expect((await server.fixes(file, second!))[0]).toMatchObject({ fixAllDescription: expect.any(String) })
    const all = await server.request('getCombinedCodeFix', {
      scope: { type: 'file', args: { file } },
      fixId: fix!.fixId,
    })
    expect(applyFix(text, all)).toBe(text.replace('debugger; debugger', ' '))
  })

  it('tells the symbols of imports by a number that this version has too', () => {
    const { SymbolFlags } = require(typescript) as typeof ts
    expect(SymbolFlags.Alias).toBe(2_097_152)
  })

  it('lists its codes among those with fixes, also when no file is named, as VS Code asks', async () => {
    write('tsconfig.json', tsconfig())
    const file = write('a.ts', 'debugger')
    server.open(file)
    await server.ours(file)
    // Internal API of TypeScript: when this fails, `registerCodes` has to learn the new way.
    expect(await server.request('getSupportedCodeFixes')).toContain('887001')
    expect(await server.request('getSupportedCodeFixes', { file })).toContain('887001')
  })

  it('follows unsaved changes, stays quiet while a line is half written, and speaks again', async () => {
    write('tsconfig.json', tsconfig())
    const file = write('a.ts', `${declareProbe}probe(1)\n`)
    server.open(file)
    expect(texts(await server.ours(file))).toEqual(['The type is 1.'])
    server.change(file, [2, 7], [2, 8], '"two"')
    expect(texts(await server.ours(file))).toEqual(['The type is "two".'])
    server.change(file, [3, 1], [3, 1], 'const x = (')
    expect(await server.ours(file)).toEqual([])
    server.change(file, [3, 11], [3, 12], '1')
    expect(texts(await server.ours(file))).toEqual(['The type is "two".'])
    server.change(file, [2, 1], [3, 1], '')
    expect(await server.ours(file)).toEqual([])
    expect(server.pluginLog()).toBe('')
  })

  it('keeps up with two hundred rapid edits', async () => {
    write('tsconfig.json', tsconfig())
    const file = write('a.ts', declareProbe)
    server.open(file)
    for (let line = 2; line < 202; line++) {
      server.change(file, [line, 1], [line, 1], `probe(${line})\n`)
      if (line % 10 === 0) server.notify('geterr', { files: [file], delay: 0 })
    }
    const found = await server.ours(file)
    expect(found).toHaveLength(200)
    expect(found.at(-1)).toMatchObject({ start: { line: 201 }, text: 'The type is 201. (palisade/probe)' })
    expect(server.pluginLog()).toBe('')
  })

  it('sends nothing of a file that was closed, and the present findings when it is opened again', async () => {
    write('tsconfig.json', tsconfig())
    const file = write('a.ts', `${declareProbe}probe(1)\n`)
    const other = write('b.ts', 'debugger\n')
    server.open(file)
    server.open(other)
    expect(texts(await server.ours(file))).toEqual(['The type is 1.'])
    server.replace(file, `${declareProbe}probe('unsaved')\n`)
    expect(texts(await server.ours(file))).toEqual(['The type is "unsaved".'])
    server.close(file)
    // An editor may still ask about it; the file on disk is no longer open, and nothing is sent.
    const sent: string[] = []
    const stop = server.onDiagnostics((diagnosed) => sent.push(diagnosed))
    expect(texts(await server.ours(other))).toEqual(['No debugger.'])
    await server.request('configurePlugin', { pluginName: plugin.name, configuration: { preset: 'strict' } })
    expect(await server.ours(other)).toMatchObject([{ category: 'error' }])
    stop()
    expect(new Set(sent)).toEqual(new Set([other]))
    server.open(file)
    expect(texts(await server.ours(file))).toEqual(['The type is 1.'])
  })

  it("sees another file's edit through the types", async () => {
    write('tsconfig.json', tsconfig())
    const other = write('b.ts', 'export const b = 1 as number\n')
    const file = write('a.ts', `import { b } from './b'\n${declareProbe}probe(b)\n`)
    server.open(file)
    server.open(other)
    expect(texts(await server.ours(file))).toEqual(['The type is number.'])
    server.change(other, [1, 18], [1, 19], '"x"')
    server.change(other, [1, 25], [1, 31], 'string')
    expect(texts(await server.ours(file))).toEqual(['The type is string.'])
  })

  it('works in a monorepo with project references, each project with its own entry', async () => {
    write('lib/tsconfig.json', tsconfig({ composite: true, noEmit: false, plugins: [{ ...plugin, preset: 'strict' }] }))
    const lib = write('lib/lib.ts', 'export const secret: string = "x"\ndebugger\n')
    write('app/tsconfig.json', tsconfig({ noEmit: false }, { references: [{ path: '../lib' }] }))
    const app = write('app/app.ts', `import { secret } from '../lib/lib'\n${declareProbe}probe(secret)\ndebugger\n`)
    server.open(app)
    server.open(lib)
    expect(texts(await server.ours(app))).toEqual(['The type is string.', 'No debugger.'])
    expect((await server.ours(app)).at(-1)).toMatchObject({ category: 'warning' })
    expect(await server.ours(lib)).toMatchObject([{ category: 'error' }])
  })

  it('shows a file that two projects share once', async () => {
    const shared = write('shared/shared.ts', `export {}\n${declareProbe}probe(1)\n`)
    for (const name of ['one', 'two']) {
      write(`${name}/tsconfig.json`, tsconfig({}, { include: ['.', '../shared'] }))
      server.open(write(`${name}/${name}.ts`, "import '../shared/shared'\n"))
    }
    server.open(shared)
    expect(texts(await server.ours(shared))).toEqual(['The type is 1.'])
  })

  it('serves an inferred project when the editor contributes the plugin', async () => {
    await server.stop()
    server = installed.server(['--globalPlugins', plugin.name, '--pluginProbeLocations', installed.folder])
    const file = write('loose.js', 'debugger')
    server.open(file)
    expect(texts(await server.ours(file))).toEqual(['No debugger.'])
  })

  it('takes settings from tsconfig.json, and stronger ones from the editor, at once', async () => {
    const rules = { probe: ['warn', { word: 'configured' }], 'no-debugger': 'off' }
    write('tsconfig.json', tsconfig({ plugins: [{ ...plugin, rules, exclude: ['generated/**'] }] }))
    const file = write('a.ts', `${declareProbe}probe(1)\ndebugger\n`)
    const generated = write('generated/b.ts', 'debugger\n')
    server.open(file)
    server.open(generated)
    expect(await server.ours(file)).toMatchObject([
      { text: expect.stringContaining('configured'), category: 'warning' },
    ])
    expect(await server.ours(generated)).toEqual([])
    const refreshed = server.event('projectsUpdatedInBackground')
    await server.request('configurePlugin', { pluginName: plugin.name, configuration: { rules: { probe: 'error' } } })
    await refreshed
    expect(await server.ours(file)).toMatchObject([{ text: expect.stringContaining('1.') }, { category: 'warning' }])
    await server.request('configurePlugin', { pluginName: plugin.name, configuration: { enable: false } })
    expect(await server.ours(file)).toEqual([])
  })

  it('says what is wrong with settings, once, and runs the recommended rules', async () => {
    write('tsconfig.json', tsconfig({ plugins: [{ ...plugin, exclude: 'x', rules: { prob: 'off' } }] }))
    const file = write('a.ts', 'debugger\n')
    server.open(file)
    expect(texts(await server.ours(file))).toEqual(['No debugger.'])
    await server.ours(file)
    const lines = server.pluginLog().split('\n')
    expect(lines.filter((line) => line.includes('"exclude" must be a list of globs'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('There is no rule "prob"; the rules are probe'))).toHaveLength(1)
    expect(lines).toHaveLength(2)
  })

  it('leaves declaration files, installed packages and huge files alone', async () => {
    write('tsconfig.json', tsconfig({ plugins: [{ ...plugin, maxFileSize: 1000 }] }))
    const files = [
      write('a.d.ts', 'declare const probe: any\n'),
      write('node_modules/dependency/index.ts', 'debugger\n'),
      write('huge.ts', `debugger\n${'// filling\n'.repeat(100)}`),
    ]
    const seen = write('seen.ts', 'debugger\n')
    for (const file of [...files, seen]) server.open(file)
    expect(await server.ours(files)).toEqual([])
    expect(await server.ours(seen)).toHaveLength(1)
  })

  it('does nothing in a server that has no program', async () => {
    await server.stop()
    server = installed.server(['--serverMode', 'partialSemantic'])
    write('tsconfig.json', tsconfig())
    const file = write('a.ts', 'debugger\n')
    server.open(file)
    const [diagnostics] = await Promise.allSettled([server.request('syntacticDiagnosticsSync', { file })])
    expect(diagnostics).toMatchObject({ status: 'fulfilled', value: [] })
    expect(server.pluginLog()).toBe('')
  })

  it("survives a rule's fault: the other findings stay, the stack is logged, after three the file is left alone", async () => {
    write('tsconfig.json', tsconfig())
    const other = write('b.ts', 'export {}\n')
    const file = write('a.ts', 'const explode: number = "x"\ndebugger\n')
    server.open(file)
    server.open(other)
    for (let round = 1; round <= 5; round++) {
      const all = await server.geterr(file)
      expect(all.map(({ code }) => code)).toContain(2322)
      expect(all.some(({ source }) => source === 'palisade')).toBe(round <= 3)
      server.change(other, [2, 1], [2, 1], '// an edit elsewhere\n')
    }
    expect(server.pluginLog()).toContain('a fault of the rule')
    expect(server.log()).toMatch(/a fault of the rule[\s\S]{0,600}\n\s+at /)
    server.change(file, [1, 7], [1, 14], 'quiet12')
    expect(texts(await server.ours(file))).toEqual(['No debugger.'])
  })

  describe("with the project's own ESLint configuration", () => {
    const config = (entries: string): string =>
      write(
        'eslint.config.mjs',
        `import palisade from './palisade.mjs'
import parser from '@typescript-eslint/parser'
export default [{
  files: ['**/*.ts'],
  languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  plugins: { safety: palisade },
}, ${entries}]
`,
      )

    beforeEach(() => {
      write('palisade.mjs', readFileSync(new URL('./support/probe-rules.mjs', import.meta.url), 'utf8'))
      write('tsconfig.json', tsconfig({ plugins: [{ ...plugin, preset: 'strict' }] }))
    })

    it('uses it per file: severities, options, overrides, ignores and its name for the plugin', async () => {
      config(`
        { files: ['**/*.ts'], rules: { 'safety/probe': 'warn' } },
        { files: ['special/*.ts'], rules: { 'safety/probe': ['error', { word: 'special' }] } },
        { ignores: ['ignored/'] }`)
      const file = write('a.ts', `${declareProbe}probe(1)\ndebugger\n`)
      const special = write('special/a.ts', `export {}\n${declareProbe}probe(1)\n`)
      const ignored = write('ignored/a.ts', `export {}\n${declareProbe}probe(1)\n`)
      for (const path of [file, special, ignored]) server.open(path)
      expect(await server.oursWhen(file, (found) => found.length > 0)).toMatchObject([
        { text: 'The type is 1. (safety/probe)', category: 'warning' },
      ])
      expect(await server.oursWhen(special, (found) => found.length > 0)).toMatchObject([
        { text: 'The type is special. (safety/probe)', category: 'error' },
      ])
      expect(await server.ours(ignored)).toEqual([])
    })

    it('has the editor ask again within two seconds of an edit, and keeps the last good one when it breaks', async () => {
      const path = config(`{ files: ['**/*.ts'], rules: { 'safety/no-debugger': 'warn' } }`)
      const file = write('a.ts', 'debugger\n')
      server.open(file)
      expect(await server.oursWhen(file, (found) => found.length > 0)).toMatchObject([{ category: 'warning' }])

      // Nothing but the event tells the editor to ask again, so it must come by itself, and in time.
      const asked = server.event('projectsUpdatedInBackground', undefined, 2_000)
      config(`{ files: ['**/*.ts'], rules: { 'safety/no-debugger': 'error' } }`)
      await asked
      const isError = ([found]: WireDiagnostic[]): boolean => found?.category === 'error'
      expect(await server.oursWhen(file, isError)).toMatchObject([{ category: 'error' }])

      // Editors save by writing beside and renaming.
      writeFileSync(`${path}.new`, 'export default [ {')
      renameSync(`${path}.new`, path)
      await server.event('projectsUpdatedInBackground')
      await expect.poll(() => server.pluginLog(), { timeout: 5_000 }).toContain(`${path} can't be read: `)
      expect(await server.ours(file)).toMatchObject([{ category: 'error' }])
      expect(server.pluginLog().split('\n')).toHaveLength(1)
    })

    it('keeps quiet where the editor says that the ESLint extension shows the findings', async () => {
      config(`{ files: ['**/*.ts'], rules: { 'safety/no-debugger': 'warn' } }`)
      const file = write('a.ts', 'debugger\n')
      server.open(file)
      await server.oursWhen(file, (found) => found.length > 0)
      const configuration = { quietWithEslintConfig: true }
      await server.request('configurePlugin', { pluginName: plugin.name, configuration })
      expect(await server.ours(file)).toEqual([])
    })
  })
})
