import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEngine, presetConfiguration } from '@palisade/engine'
import { describe, expect, it } from 'vitest'
import { loadPlugin } from './plugin.js'
import { createQuickLinter } from './quick-linter.js'

/** Real code, good and bad: the examples, this workspace, and packages that the tests of other parts depend on. */
const folders = [
  'examples',
  'packages/analysis/src',
  'packages/cli/src',
  'packages/host-tests/node_modules/fastify',
  'packages/host-tests/node_modules/nodemailer/dist',
  'packages/host-tests/node_modules/winston',
  'packages/host-tests/node_modules/effect/src',
]
const root = fileURLToPath(new URL('../../../..', import.meta.url))
const most = Number(process.env['PARITY_FILES'] ?? 400)

describe('the quick way finds what the exact way finds', async () => {
  const plugin = await loadPlugin()
  for (const preset of ['recommended', 'strict']) {
    it(`with ${preset}: places, messages, fixes and suggestions`, () => {
      const configuration = presetConfiguration(plugin, { preset }, '/')
      const quick = createQuickLinter(plugin)
      const exact = createEngine(plugin)
      let sure = 0
      let found = 0
      const files = sample()
      for (const file of files) {
        const text = readFileSync(file, 'utf8')
        const first = quick.lint(file, text, configuration)
        if (first === 'unsure') continue
        const second = exact.lint({ fileName: file, text, configuration })
        expect({ file, result: first }).toEqual({
          file,
          result: second.outcome === 'ignored' ? 'ignored' : second.diagnostics,
        })
        sure++
        found += second.diagnostics.length
      }
      expect(found).toBeGreaterThan(5)
      // The quick way is worth having only as long as it is seldom unsure.
      expect(sure / files.length).toBeGreaterThan(0.9)
    }, 240_000)
  }
})

function sample(): string[] {
  const files = (process.env['PARITY_FOLDERS']?.split(':') ?? folders.map((folder) => join(root, folder))).flatMap(
    scripts,
  )
  const step = Math.max(1, Math.floor(files.length / most))
  return files.filter((_file, index) => index % step === 0)
}

function scripts(folder: string): string[] {
  return readdirSync(realpathSync(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : scripts(path)
    return /\.[cm]?[jt]sx?$/.test(entry.name) && statSync(path).size < 200_000 ? [path] : []
  })
}
