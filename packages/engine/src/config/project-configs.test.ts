import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createProjectConfigs, type FlatConfigAnswer, type ProjectConfigs } from '../index.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const eslintFolder = dirname(createRequire(import.meta.url).resolve('eslint/package.json'))

const pluginText = `
  export const palisade = {
    meta: { name: '@palisade/eslint-plugin', version: '0.0.0' },
    rules: { probe: { meta: { schema: { type: 'array' } }, create: () => ({}) } },
  }
`

describe("a project's own ESLint configuration", () => {
  let folder: string
  let configs: ProjectConfigs
  const changes: string[] = []

  const write = (name: string, text: string): string => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return path
  }
  const config = (entries: string): string =>
    write('eslint.config.mjs', `import { palisade } from './plugin.mjs'\nexport default [${entries}]\n`)
  const rulesOf = (answer: FlatConfigAnswer): unknown =>
    answer.kind === 'configuration' ? answer.configuration.entries[0]?.rules : answer.kind

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'palisade-config-')))
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(eslintFolder, join(folder, 'node_modules/eslint'))
    write('plugin.mjs', pluginText)
    changes.length = 0
    configs = createProjectConfigs({ onChange: (file) => changes.push(file), watchInterval: 50 })
  })

  afterEach(() => {
    configs.dispose()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is resolved per file: overrides, ignores, severities, options, settings, the name of the plugin', async () => {
    config(`
      { files: ['**/*.ts'], plugins: { safety: palisade }, rules: { 'safety/probe': ['warn', { deep: true }] } },
      { files: ['**/*.test.ts'], rules: { 'safety/probe': 'off' } },
      { settings: { palisade: { testFiles: ['x'] } } },
      { ignores: ['generated/'] },
    `)
    const answer = await configs.answer(join(folder, 'src/a.ts'))
    expect(rulesOf(answer)).toEqual({ 'safety/probe': [1, { deep: true }] })
    expect(answer).toMatchObject({
      configuration: {
        source: 'eslint-config',
        namespace: 'safety',
        types: false,
        basePath: folder,
        entries: [{ settings: { palisade: { testFiles: ['x'] } } }],
      },
    })
    expect((await configs.answer(join(folder, 'src/a.test.ts'))).kind).toBe('ignored')
    expect((await configs.answer(join(folder, 'generated/a.ts'))).kind).toBe('ignored')
    expect((await configs.answer(join(folder, 'src/a.js'))).kind).toBe('ignored')
  })

  it('has no say when it does not use Palisade, or does not exist', async () => {
    expect((await configs.answer(join(folder, 'a.ts'))).kind).toBe('none')
    write('other/eslint.config.js', `module.exports = [{ files: ['**/*.ts'], rules: { 'no-undef': 2 } }]`)
    expect((await configs.answer(join(folder, 'other/a.ts'))).kind).toBe('none')
  })

  it('gives rules types only when its own parser has them', async () => {
    config(`{
      files: ['**/*.ts'],
      plugins: { palisade },
      rules: { 'palisade/probe': 'error' },
      languageOptions: {
        parser: { meta: { name: 'typescript-eslint/parser' }, parseForESLint() {} },
        parserOptions: { projectService: true, ecmaFeatures: { jsx: true } },
      },
    }`)
    expect(await configs.answer(join(folder, 'a.ts'))).toMatchObject({
      configuration: {
        types: true,
        entries: [{ languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }],
      },
    })
  })

  it('is read again after an edit of it or of a file that it imports', async () => {
    config(`{ files: ['**/*.ts'], plugins: { palisade }, rules: (await import('./rules.mjs')).default }`)
    const rules = write('rules.mjs', `export default { 'palisade/probe': 'error' }`)
    const file = join(folder, 'a.ts')
    expect(rulesOf(await configs.answer(file))).toEqual({ 'palisade/probe': [2] })
    writeFileSync(rules, `export default { 'palisade/probe': 'warn' }`)
    await vi.waitFor(() => expect(changes).not.toHaveLength(0), 5_000)
    expect(configs.known(file, () => {})).toMatchObject({ kind: 'configuration' })
    expect(rulesOf(await configs.answer(file))).toEqual({ 'palisade/probe': [1] })
  })

  it('keeps what it said last when an edit breaks it, and says what is wrong', async () => {
    const path = config(`{ files: ['**/*.ts'], plugins: { palisade }, rules: { 'palisade/probe': 'error' } }`)
    const file = join(folder, 'a.ts')
    await configs.answer(file)
    writeFileSync(path, 'export default [ {')
    await vi.waitFor(() => expect(changes).not.toHaveLength(0), 5_000)
    const answer = await configs.answer(file)
    expect(answer).toMatchObject({ kind: 'broken', configFile: path, previous: { kind: 'configuration' } })
    expect(answer).toHaveProperty('message', expect.stringMatching(/\S/))
  })

  it('answers at once with nothing, and calls when it knows', async () => {
    config(`{ files: ['**/*.ts'], plugins: { palisade }, rules: { 'palisade/probe': 'error' } }`)
    const file = join(folder, 'a.ts')
    await new Promise<void>((resolve) => expect(configs.known(file, resolve)).toBeUndefined())
    expect(rulesOf(configs.known(file, () => {})!)).toEqual({ 'palisade/probe': [2] })
  })

  it('survives a configuration that ends its process', async () => {
    config(`process.exit(3)`)
    expect(await configs.answer(join(folder, 'a.ts'))).toMatchObject({ kind: 'broken' })
  })
})
