import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import plugin from '@palisade/eslint-plugin'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lintFolder } from '../../../../examples/lint-folder.js'

const workspace = fileURLToPath(new URL('../../../../', import.meta.url))
const applications = ['chat-api', 'orders-service', 'notes-app']

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly code: string
    readonly filename: string
    readonly message: string
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[]
  }[]
}

describe('oxlint with Palisade as a JS plugin', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'palisade-oxlint-'))

  beforeAll(() => {
    // oxlint loads what users install, so the plugin is built first.
    execFileSync('pnpm', ['exec', 'tsc', '-b', 'packages/eslint-plugin'], { cwd: workspace, stdio: 'pipe' })
    for (const name of applications)
      cpSync(path.join(workspace, 'examples', name), path.join(folder, name), {
        recursive: true,
        filter: (source) => path.basename(source) !== 'node_modules',
      })
    writeFileSync(
      path.join(folder, '.oxlintrc.json'),
      JSON.stringify({
        plugins: [],
        categories: { correctness: 'off' },
        jsPlugins: [{ name: 'palisade', specifier: path.join(workspace, 'packages/eslint-plugin/dist/index.js') }],
        rules: plugin.configs.recommended.rules,
      }),
    )
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(applications)('says about %s what ESLint says', async (name) => {
    const binary = path.join(path.dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint')
    const { stdout, stderr } = spawnSync(process.execPath, [binary, '--format', 'json', name], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stdout, stderr).toContain('diagnostics')
    const { diagnostics } = JSON.parse(stdout) as OxlintReport
    const fromOxlint = diagnostics.map(({ code, filename, labels, message }) => {
      const { line = 0, column = 0 } = labels[0]?.span ?? {}
      const file = path.relative(name, filename).replaceAll('\\', '/')
      return `${file}:${line}:${column} ${code.replace(/^palisade\((.+)\)$/, 'palisade/$1')} ${message}`
    })
    const { files } = await lintFolder(path.join(folder, name), plugin, 'recommended')
    const fromEslint = files.flatMap(({ file, findings }) =>
      findings.map(({ line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`),
    )
    expect(fromEslint.length).toBeGreaterThan(5)
    expect(fromOxlint.sort()).toEqual(fromEslint.sort())
  })
})

it('the plugin names the version that it was packed with', () => {
  const { version } = JSON.parse(readFileSync(path.join(workspace, 'packages/eslint-plugin/package.json'), 'utf8')) as {
    version: string
  }
  expect(plugin.meta).toEqual({ name: '@palisade/eslint-plugin', version, namespace: 'palisade' })
})
